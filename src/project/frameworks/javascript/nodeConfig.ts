import { basename, extname, join } from 'node:path';
import { readJson } from '../../../syntax/evaluation/javascript/readJson';
import {
  scalar,
  textOf,
  variablesOf,
  withSteps,
  type Value,
} from '../../../syntax/evaluation/value';
import {
  argument,
  byName,
  foundVariable,
  mapOf,
  pathIn,
  type LibraryCall,
  type LibraryRules,
} from '../libraryCall';
import { readSettingsFile, settingsEndings } from './settingsFile';
import { layOver, notThere, valueAt, type SettingsTree } from './settingsTree';

/** node-config 5 (`config` on npm) `lib/util.js`: files of a folder, each laid over the ones before, then variables. */
export const nodeConfig: LibraryRules = {
  'config=': loadSettings,
  'config().get': (call) => {
    const found = settingAt(call);
    if (!found) call.host.onRaised();
    return found ?? notThere;
  },
  'config().has': (call) => scalar(settingAt(call) !== undefined),
  'config().util.getEnv': (call) => deploymentOf(call),
};

function settingAt(call: LibraryCall): Value | undefined {
  const { self } = call.args;
  const given = argument(call, 0);
  const path = given && textOf(given);
  if (self?.kind !== 'made' || path === undefined) return path === undefined ? given : undefined;
  return valueAt(self.attributes, path);
}

/** `undefined` where there is no file that the library would read: then the name means something else. */
function loadSettings(call: LibraryCall): Value | undefined {
  const files = filesOf(call);
  if (files.length === 0) return undefined;
  const deployment = deploymentOf(call);
  const tree: SettingsTree = new Map();
  const isChosen = compareWithFiles(call, files, deployment);
  for (const file of loadedFiles(call, files, deployment)) {
    const mark = (value: Value): Value =>
      isChosen ? call.chosen(value, deployment, basename(file)) : value;
    layOver(tree, readSettingsFile(call, file), mark);
  }
  layOver(tree, settingsOfVariable(call));
  for (const file of withEndings(files, ['custom-environment-variables']))
    layOver(tree, fromVariables(call, readSettingsFile(call, file)));
  resolveDeferred(tree, mapOf(tree), call);
  const made = call.make('config', byName({}));
  for (const [name, value] of tree) made.attributes.set(name, value);
  return made;
}

function filesOf({ host }: LibraryCall): string[] {
  const folders = (wordOf(host, 'NODE_CONFIG_DIR') ?? './config').split(':');
  return folders.filter(Boolean).flatMap((folder) => {
    const path = pathIn(host.cwd, scalar(folder)) ?? folder;
    return host.listFiles(path).map((name) => join(path, name));
  });
}

/** What the command line says (`--NODE_ENV=production`), else the variable. */
function wordOf(host: LibraryCall['host'], name: string): string | undefined {
  const given = host.argv.find((word) => word.startsWith(`--${name}=`));
  return given?.slice(name.length + 3) ?? (host.variable(name)?.value || undefined);
}

function deploymentOf(call: LibraryCall): Value {
  for (const name of ['NODE_CONFIG_ENV', 'NODE_ENV']) {
    const word = wordOf(call.host, name);
    const found = call.host.variable(name);
    if (word !== undefined)
      return found ? foundVariable(name, { ...found, value: word }) : scalar(word);
  }
  const origin = { ...call.origin, name: 'NODE_ENV' };
  return scalar('development', [{ kind: 'read', name: 'NODE_ENV', isSet: false, origin }]);
}

/** Whether files of several deployments are there: their names are what the variable is compared with. */
function compareWithFiles({ host }: LibraryCall, files: readonly string[], by: Value): boolean {
  const stems = files.map((file) => basename(file, extname(file)));
  const others = stems.filter(
    (stem) => !/^(default|local|custom-environment-variables)\b/.test(stem),
  );
  for (const stem of others) host.onCompared(variablesOf(by), stem);
  return others.length > 0;
}

/** The files by the name of the machine are left out: that is not known here. */
function loadedFiles({ host }: LibraryCall, files: readonly string[], by: Value): string[] {
  const deployments = (textOf(by) ?? '').split(',');
  const instance = wordOf(host, 'NODE_APP_INSTANCE');
  const names = [
    'default',
    ...deployments,
    ...deployments.flatMap((name) => ['local', `local-${name}`]),
  ];
  return withEndings(
    files,
    names.flatMap((name) => (instance === undefined ? [name] : [name, `${name}-${instance}`])),
  );
}

function withEndings(files: readonly string[], names: readonly string[]): string[] {
  const wanted = [...new Set(names)].flatMap((name) =>
    settingsEndings.map((ending) => `${name}.${ending}`),
  );
  return wanted.flatMap((name) => files.filter((file) => basename(file) === name));
}

/** NODE_CONFIG holds settings as JSON. */
function settingsOfVariable({ host }: LibraryCall): Value | undefined {
  const found = host.variable('NODE_CONFIG');
  return found?.value ? readJson(foundVariable('NODE_CONFIG', found)) : undefined;
}

/** A tree of names: a setting is that of the variable where it is set and not empty. */
function fromVariables(call: LibraryCall, names: Value | undefined): Value | undefined {
  if (names?.kind !== 'map') return undefined;
  const entries = [...names.entries].flatMap(([key, named]): [string, Value][] => {
    const { __name: name = named, __format: format } = Object.fromEntries(
      named.kind === 'map' ? named.entries : [],
    );
    const text = textOf(name);
    const found = text === undefined ? undefined : call.host.variable(text);
    const inner = text === undefined ? fromVariables(call, named) : undefined;
    if (inner) return [[key, inner]];
    if (text === undefined || !found?.value) return [];
    return [[key, formatted(foundVariable(text, found), format)]];
  });
  return mapOf(entries);
}

function formatted(value: Value, format: Value | undefined): Value {
  const name = format && textOf(format);
  if (name === undefined) return value;
  const read = readJson(value);
  return read.kind === 'unknown' ? value : read;
}

/** `deferConfig(function () { … })` is called once all settings are known. */
function resolveDeferred(tree: SettingsTree, all: Value, call: LibraryCall): void {
  for (const [name, value] of tree) {
    if (value.kind === 'map') resolveDeferred(value.entries, all, call);
    const [given] = value.kind === 'made' ? value.args.positional : [];
    if (value.kind !== 'made' || !/^config\/defer\b/.test(value.maker)) continue;
    if (given?.kind !== 'function') continue;
    const result = given.call({ positional: [all], named: new Map(), self: all }, call.origin);
    tree.set(name, withSteps(result, value.trail));
  }
}
