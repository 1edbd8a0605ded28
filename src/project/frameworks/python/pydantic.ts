import { findAttribute } from '../../../syntax/evaluation/attributes';
import { fieldsOf } from '../../../syntax/evaluation/python/fields';
import type { Variable } from '../../../syntax/evaluation/host';
import {
  scalar,
  textOf,
  truthOf,
  unknown,
  type Value,
  type WorkspaceObject,
} from '../../../syntax/evaluation/value';
import { fallBack, foundVariable, type LibraryCall, type LibraryRules } from '../libraryCall';

/** pydantic-settings 2 `sources`, and `BaseSettings` of pydantic 1: arguments > variables > env file > default. */
export const pydantic: LibraryRules = {
  'pydantic_settings.BaseSettings': makeSettings,
  'pydantic.BaseSettings': makeSettings,
  'pydantic.v1.BaseSettings': makeSettings,
};

interface Options {
  readonly prefix: string;
  readonly files: readonly string[];
  readonly isCaseSensitive: boolean;
}

function makeSettings(call: LibraryCall): Value | undefined {
  const { type } = call;
  if (type?.kind !== 'object') return undefined;
  const attributes = new Map<string, Value>();
  const options = optionsOf(type, call);
  for (const field of fieldsOf(type).filter((name) => name !== 'model_config'))
    attributes.set(field, readField(call, type, field, options));
  const { name, origin } = type.object;
  const object: WorkspaceObject = { kind: 'instance', name, origin, attributes, parents: [type] };
  return { kind: 'object', object, trail: [] };
}

/** `model_config = SettingsConfigDict(…)`, or version 1's inner class `Config`. */
function optionsOf(type: Value, { args }: LibraryCall): Options {
  const config = findAttribute(type, 'model_config');
  const inner = findAttribute(type, 'Config');
  const option = (name: string): Value | undefined => {
    if (config?.kind === 'made') return config.args.named.get(name);
    if (config?.kind === 'map') return config.entries.get(name);
    return inner && findAttribute(inner, name);
  };
  const file = args.named.get('_env_file') ?? option('env_file');
  const files = file?.kind === 'list' ? file.items : file ? [file] : [];
  return {
    prefix: textOf(args.named.get('_env_prefix') ?? option('env_prefix') ?? scalar('')) ?? '',
    files: files.flatMap((value) => textOf(value) ?? []),
    isCaseSensitive: truthOf(option('case_sensitive') ?? scalar(false)) === true,
  };
}

function readField(call: LibraryCall, type: Value, field: string, options: Options): Value {
  const given = call.args.named.get(field);
  if (given) return given;
  const declared = findAttribute(type, field);
  const info = declared?.kind === 'made' && declared.maker.endsWith('Field') ? declared : undefined;
  const names = info ? aliasesOf(info.args.named) : [];
  const wanted = names.length > 0 ? names : [`${options.prefix}${field}`];
  const written = wanted.map((name) => (options.isCaseSensitive ? name : name.toUpperCase()));
  for (const find of sourcesOf(call, options))
    for (const name of wanted) {
      const found = find(name);
      if (found) return foundVariable(found.origin.name, found);
    }
  return fallBack(call, written[0] ?? field, info ? defaultOf(info.args, call) : declared);
}

function aliasesOf(named: ReadonlyMap<string, Value>): string[] {
  const alias = named.get('validation_alias') ?? named.get('env') ?? named.get('alias');
  if (alias?.kind === 'made') return alias.args.positional.flatMap((value) => textOf(value) ?? []);
  const items = alias?.kind === 'list' ? alias.items : alias ? [alias] : [];
  return items.flatMap((value) => textOf(value) ?? []);
}

function defaultOf(
  { positional, named }: LibraryCall['args'],
  call: LibraryCall,
): Value | undefined {
  const [first] = positional;
  const factory = named.get('default_factory');
  if (factory?.kind === 'function')
    return factory.call({ positional: [], named: new Map() }, call.origin);
  if (factory) return unknown('what makes the default is not followed');
  // `Field(...)` and `Field()` have none.
  return named.get('default') ?? (first?.kind === 'unknown' ? undefined : first);
}

/** Where names are looked up, strongest first: the process, then the env files, of which the last wins. */
function sourcesOf(
  { host, origin }: LibraryCall,
  { files, isCaseSensitive }: Options,
): readonly ((name: string) => Variable | undefined)[] {
  const spellings = (name: string): string[] =>
    isCaseSensitive ? [name] : [...new Set([name, name.toUpperCase(), name.toLowerCase()])];
  const fromProcess = (name: string): Variable | undefined =>
    spellings(name).flatMap((spelling) => host.variable(spelling) ?? [])[0];
  const fromFiles = files.toReversed().map((path) => (name: string) => {
    const request = {
      loader: 'python-dotenv',
      paths: [path],
      override: false,
      from: origin.file ?? '',
    };
    return spellings(name).flatMap((spelling) => host.fileVariable(request, spelling) ?? [])[0];
  });
  return [fromProcess, ...fromFiles];
}
