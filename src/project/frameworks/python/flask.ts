import { basename, dirname, join } from 'node:path';
import { findAttribute } from '../../../syntax/evaluation/attributes';
import { readJson } from '../../../syntax/evaluation/javascript/readJson';
import {
  oneOf,
  scalar,
  textOf,
  truthOf,
  unknown,
  variablesOf,
  withSteps,
  type MadeValue,
  type Value,
} from '../../../syntax/evaluation/value';
import { publicNames } from './classMembers';
import { flaskDefaults } from './flaskDefaults';
import {
  argument,
  foundVariable,
  mapOf,
  nothing,
  pathIn,
  readVariable,
  type LibraryCall,
  type LibraryRules,
} from '../libraryCall';

/** Flask 3.1 `app.py` and `config.py`: an application has a mapping of settings, filled by these methods in turn. */
export const flask: LibraryRules = {
  'flask.Flask': makeApplication,
  'quart.Quart': makeApplication,
  'flask.current_app=': ({ host }) => host.lastMade('flask.Flask'),
  'flask.current_app.config=': ({ host }) => host.lastMade('flask.Flask')?.attributes.get('config'),
  'flask.Config.from_object': (call) => loadObject(call, argument(call, 0, 'obj')),
  'flask.Config.from_pyfile': (call) => loadFile(call, argument(call, 0, 'filename')),
  'flask.Config.from_envvar': loadFileOfVariable,
  'flask.Config.from_mapping': (call) => loadMapping(call, argument(call, 0, 'mapping')),
  'flask.Config.from_file': loadTextFile,
  'flask.Config.from_json': loadTextFile,
  'flask.Config.from_prefixed_env': loadPrefixed,
  'flask.Flask().app_context': () => nothing,
  'flask.cli.locate_app': locateApplication,
};

function makeApplication(call: LibraryCall): Value {
  const app = call.make('flask.Flask', call.args);
  const config = mapOf(flaskDefaults(call), 'flask.Config');
  app.attributes.set('config', config);
  for (const name of config.entries.keys())
    app.attributes.set(name.toLowerCase(), settingOfApplication(config.entries, name));
  return app;
}

/** `app.env` and `app.debug` are what the settings say at the moment. */
function settingOfApplication(entries: ReadonlyMap<string, Value>, name: string): Value {
  const call = (): Value => entries.get(name) ?? unknown(`'${name}' is not found`);
  return { kind: 'function', name, call, isGetter: true, trail: [] };
}

/** The mapping that a method is called on. */
function entriesOf({ args: { self } }: LibraryCall): Map<string, Value> {
  return self?.kind === 'map' ? self.entries : new Map<string, Value>();
}

/** Upper-case attributes of a module, class or object, or of what a dotted name means. */
function loadObject(call: LibraryCall, given: Value | undefined): Value {
  const source = given && imported(call, given);
  const options = source?.kind === 'oneOf' ? source.options : [source];
  const names = new Set(options.flatMap((option) => (option ? publicNames(option) : [])));
  if (names.size === 0) return doubt(call, 'the object with the settings is not followed');
  for (const name of names) {
    const found = options.flatMap((option) => (option && findAttribute(option, name)) ?? []);
    call.write(
      entriesOf(call),
      name,
      withSteps(oneOf(found.map((value) => read(value, options[0]))), source?.trail ?? []),
    );
  }
  return nothing;
}

/** The value of a property is what its getter gives. */
function read(value: Value, self: Value | undefined): Value {
  if (value.kind !== 'function' || !value.isGetter) return value;
  const origin = self?.kind === 'object' ? self.object.origin : undefined;
  const call = { positional: self ? [self] : [], named: new Map<string, Value>() };
  return origin ? value.call(call, origin) : value;
}

function imported(call: LibraryCall, given: Value): Value | undefined {
  const name = textOf(given);
  if (name === undefined) return given;
  const found = call.importName(name);
  compareWithSiblings(call, given, name);
  return found && call.chosen(found, given, name);
}

/** The other classes of the module are what the variable might name as well. */
function compareWithSiblings(call: LibraryCall, given: Value, name: string): void {
  const variables = variablesOf(given);
  const at = Math.max(name.lastIndexOf('.'), name.lastIndexOf(':'));
  const module = at > 0 && variables.length > 0 ? call.importName(name.slice(0, at)) : undefined;
  if (module?.kind !== 'object') return;
  for (const [sibling, value] of module.object.attributes)
    if (value.kind === 'object' && value.object.kind === 'class')
      call.host.onCompared(variables, `${name.slice(0, at + 1)}${sibling}`);
}

/** What cannot be followed may have changed any setting. */
function doubt(call: LibraryCall, reason: string): Value {
  const entries = entriesOf(call);
  for (const [name, value] of [...entries])
    call.write(entries, name, oneOf([value, unknown(reason, value.trail)]));
  return nothing;
}

/** A Python file whatever its ending, in the folder of the application. */
function loadFile(call: LibraryCall, given: Value | undefined): Value {
  const path = pathIn(rootOf(call), given);
  if (path === undefined) return doubt(call, 'the file with the settings is not known');
  const module = call.importName(path);
  if (module) return loadObject(call, given ? call.chosen(module, given, basename(path)) : module);
  const isSilent = truthOf(argument(call, 1, 'silent') ?? scalar(false)) === true;
  if (!isSilent) call.host.onRaised();
  return scalar(false);
}

/** The folder of the module that made the application, or `instance` beside it. */
function rootOf(call: LibraryCall): string {
  const app = call.host.lastMade('flask.Flask');
  const file = app?.origin.file ?? call.origin.file ?? '/';
  const isInstance = truthOf(app?.args.named.get('instance_relative_config') ?? scalar(false));
  if (isInstance !== true) return dirname(file);
  const given = pathIn(dirname(file), app?.args.named.get('instance_path'));
  const beside = basename(file) === '__init__.py' ? dirname(dirname(file)) : dirname(file);
  return given ?? join(beside, 'instance');
}

function loadFileOfVariable(call: LibraryCall): Value {
  const given = argument(call, 0, 'variable_name');
  const name = given && textOf(given);
  if (name === undefined) return doubt(call, 'the name of the variable is not known');
  const isSilent = truthOf(argument(call, 1, 'silent') ?? scalar(false)) === true;
  const value = readVariable(call, name, isSilent ? scalar('') : undefined);
  return textOf(value) ? loadFile(call, value) : nothing;
}

function loadMapping(call: LibraryCall, given: Value | undefined): Value {
  const entries = [...(given?.kind === 'map' ? given.entries : []), ...call.args.named];
  for (const [name, value] of entries)
    if (name === name.toUpperCase()) call.write(entriesOf(call), name, value);
  return given && given.kind !== 'map'
    ? doubt(call, 'the object with the settings is not followed')
    : nothing;
}

/** JSON is followed, other formats are not. */
function loadTextFile(call: LibraryCall): Value {
  const path = pathIn(rootOf(call), argument(call, 0, 'filename'));
  const text = path?.endsWith('.json') ? call.host.readText(path) : undefined;
  if (text === undefined) return doubt(call, 'the file with the settings is not followed');
  const origin = {
    kind: 'file',
    name: basename(path ?? ''),
    ...(path ? { file: path } : {}),
  } as const;
  return loadMapping(call, readJson(scalar(text, [{ kind: 'written', origin }])));
}

/** `FLASK_X` sets X, `FLASK_X__Y` sets Y within X; values are JSON where they can be. */
function loadPrefixed(call: LibraryCall): Value {
  const given = argument(call, 0, 'prefix');
  const prefix = `${(given ? textOf(given) : undefined) ?? 'FLASK'}_`;
  for (const name of [...call.host.variableNames()].sort()) {
    const found = name.startsWith(prefix) ? call.host.variable(name) : undefined;
    if (!found) continue;
    const text = foundVariable(name, found);
    const parsed = readJson(text);
    const value = parsed.kind === 'unknown' ? text : parsed;
    writeNested(call, entriesOf(call), name.slice(prefix.length).split('__'), value);
  }
  return scalar(true);
}

function writeNested(
  call: LibraryCall,
  entries: Map<string, Value>,
  [first = '', ...rest]: readonly string[],
  value: Value,
): void {
  if (rest.length === 0) return call.write(entries, first, value);
  const known = entries.get(first);
  const inner = known?.kind === 'map' ? known : mapOf();
  if (inner !== known) call.write(entries, first, inner);
  writeNested(call, inner.entries, rest, value);
}

/** Flask 3.1 `cli.py`, and servers alike: the name that was given, called if it is a function; else an application, else a factory. */
function locateApplication(call: LibraryCall): Value | undefined {
  const [module, given] = call.args.positional;
  if (module?.kind !== 'object') return undefined;
  const [name, words] = (given && textOf(given)?.split('(')) ?? [];
  const hasOne = ['app', 'application'].some((own) => module.object.attributes.has(own));
  const names = name === undefined ? (hasOne ? [] : ['create_app', 'make_app']) : [name];
  const [factory] = names.flatMap((own) => findAttribute(module, own) ?? []);
  if (factory?.kind !== 'function') return factory;
  const positional = [...(words ?? '').matchAll(/(['"])(.*?)\1/g)].map(([, , text]) =>
    scalar(text, [{ kind: 'written', origin: { kind: 'command', name: name ?? '' } }]),
  );
  return factory.call({ positional, named: new Map() }, module.object.origin);
}

/** The settings of the application that an extension is given. */
export function settingsOf(app: Value | undefined): ReadonlyMap<string, Value> | undefined {
  const config = app?.kind === 'made' ? (app as MadeValue).attributes.get('config') : undefined;
  return config?.kind === 'map' ? config.entries : undefined;
}
