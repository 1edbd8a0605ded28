import { basename, dirname, extname } from 'node:path';
import {
  scalar,
  textOf,
  unknown,
  variablesOf,
  withSteps,
  type Value,
} from '../../../syntax/evaluation/value';
import {
  argument,
  foundVariable,
  pathIn,
  type LibraryCall,
  type LibraryRules,
} from '../libraryCall';
import { readSettingsFile } from './settingsFile';
import { layOver, notThere, replaceEach, setAt, valueAt, type SettingsTree } from './settingsTree';

/** convict 6 `main.js`: a schema with defaults; what is loaded is laid over them, and set variables win over both. */
export const convict: LibraryRules = {
  convict: makeSettings,
  'convict().get': (call) => {
    const found = settingAt(call);
    if (!found) call.host.onRaised();
    return found ?? notThere;
  },
  'convict().has': (call) => scalar(settingAt(call) !== undefined),
  'convict().getProperties': (call) => valueAt(settingsOf(call), ''),
  'convict().validate': ({ args }) => args.self,
  'convict().set': setOne,
  'convict().load': (call) => {
    change(call, (tree) => layOver(tree, argument(call, 0)));
    return call.args.self;
  },
  'convict().loadFile': (call) => {
    const given = argument(call, 0);
    for (const path of given?.kind === 'list' ? given.items : given ? [given] : [])
      change(call, (tree) => loadFile(call, tree, path));
    return call.args.self;
  },
};

function makeSettings(call: LibraryCall): Value {
  const made = call.make('convict', call.args);
  for (const { path, value } of leavesOf(schemaOf(call, made.args.positional[0]), call))
    setAt(made.attributes, path, value);
  return made;
}

function settingsOf({ args: { self } }: LibraryCall): SettingsTree {
  return self?.kind === 'made' ? self.attributes : new Map<string, Value>();
}

function settingAt(call: LibraryCall): Value | undefined {
  const path = argument(call, 0) ?? scalar('');
  const text = textOf(path);
  return text === undefined
    ? unknown('the name of the setting is not known', path.trail)
    : valueAt(settingsOf(call), text);
}

function setOne(call: LibraryCall): Value | undefined {
  const [path, value] = [argument(call, 0), argument(call, 1)];
  const text = path && textOf(path);
  const tree = new Map(settingsOf(call));
  if (text !== undefined && value) setAt(tree, text, value);
  write(call, tree);
  return call.args.self;
}

/** Whatever is loaded, variables that are set have the last word. */
function change(call: LibraryCall, load: (tree: SettingsTree) => void): void {
  const { self } = call.args;
  const tree = new Map(settingsOf(call));
  load(tree);
  const schema = self?.kind === 'made' ? schemaOf(call, self.args.positional[0]) : undefined;
  for (const { path, value, isSet } of leavesOf(schema, call)) if (isSet) setAt(tree, path, value);
  write(call, tree);
}

function write(call: LibraryCall, tree: SettingsTree): void {
  const settings = settingsOf(call);
  for (const [name, value] of tree)
    if (settings.get(name) !== value) call.write(settings, name, value);
}

/** The path is seen from the working folder. A file that is not known may set anything. */
function loadFile(call: LibraryCall, tree: SettingsTree, path: Value): void {
  const file = pathIn(call.host.cwd, path);
  if (file === undefined) {
    replaceEach(tree, () => unknown('a file of settings is not known', path.trail));
    return;
  }
  layOver(tree, readSettingsFile(call, file));
  const variables = variablesOf(path);
  if (variables.length === 0) return;
  for (const name of call.host.listFiles(dirname(file)))
    call.host.onCompared(variables, basename(name, extname(name)));
  // What this file leaves as it was, another one in its place may set.
  replaceEach(tree, (value) => call.chosen(value, path, basename(file)));
}

interface Leaf {
  /** Dotted: `db.host`. */
  readonly path: string;
  /** That of the variable, else the default. */
  readonly value: Value;
  /** Whether a variable gives it. */
  readonly isSet: boolean;
}

/** The schema is an object, or the path of a file with one. */
function schemaOf(call: LibraryCall, given: Value | undefined): Value | undefined {
  const path = pathIn(call.host.cwd, given);
  return path === undefined ? given : readSettingsFile(call, path);
}

/** What has a `default` is a setting, any other object a group, and a plain value its own default. */
function leavesOf(schema: Value | undefined, call: LibraryCall, prefix = ''): Leaf[] {
  if (schema?.kind !== 'map') return [];
  return [...schema.entries].flatMap(([name, value]): Leaf[] => {
    const path = `${prefix}${name}`;
    if (value.kind !== 'map') return [{ path, value, isSet: false }];
    const fallback = value.entries.get('default');
    return fallback
      ? [{ path, ...settingOf(call, fallback, value.entries.get('env')) }]
      : leavesOf(value, call, `${path}.`);
  });
}

function settingOf(
  call: LibraryCall,
  fallback: Value,
  variable: Value | undefined,
): Pick<Leaf, 'value' | 'isSet'> {
  const name = variable && textOf(variable);
  if (name === undefined) return { value: fallback, isSet: false };
  const found = call.host.variable(name);
  if (found) return { value: foundVariable(name, found), isSet: true };
  const origin = { ...call.origin, name };
  return {
    value: withSteps(fallback, [{ kind: 'read', name, isSet: false, origin }]),
    isSet: false,
  };
}
