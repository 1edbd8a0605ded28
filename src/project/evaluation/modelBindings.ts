import type { Origin } from '../../core/environment/setting';
import { findAttribute } from '../../syntax/evaluation/attributes';
import { externalBase } from '../../syntax/evaluation/python/externalBase';
import type { MadeValue, Value } from '../../syntax/evaluation/value';
import { placed } from '../frameworks/python/peewee';
import type { Evaluation } from './evaluation';

/** Which database a model of the code stands for, whatever the code around its use names. */
export interface ModelBinding {
  readonly model: string;
  /** Where the class is written. */
  readonly origin: Origin;
  readonly library: string;
  /** The calls that connect it, as in `Target.call`; several where it is not known which one it is. Empty where none is found. */
  readonly calls: readonly Origin[];
  /** The name of the connection, where models name one. */
  readonly alias?: string;
}

const deepestClass = 20;

type Connection = MadeValue & Value;

/** How the models of one library find their database. */
interface ModelLibrary {
  readonly name: string;
  /** The base class of models, by full name. */
  readonly base: RegExp;
  bind(model: Value, evaluation: Evaluation): Pick<ModelBinding, 'calls' | 'alias'>;
}

const libraries: readonly ModelLibrary[] = [
  { name: 'peewee', base: /^(peewee|playhouse\.\w+)\.\w*Model$/, bind: bindByMeta },
  {
    name: 'mongoengine',
    base: /^(flask_mongoengine\.MongoEngine\(\)|mongoengine(\.\w+)?)\.\w*Document$/,
    bind: bindByAlias,
  },
];

/** Every model class of the modules that a program reaches, with the database that it is bound to. */
export function modelBindings(evaluation: Evaluation): readonly ModelBinding[] {
  const models = new Map<string, ModelBinding>();
  for (const module of evaluation.modules) {
    if (module.kind !== 'object') continue;
    for (const value of module.object.attributes.values()) {
      const binding = bindingOf(value, evaluation);
      if (binding) models.set(`${binding.origin.file}:${binding.origin.line}`, binding);
    }
  }
  return [...models.values()];
}

function bindingOf(value: Value, evaluation: Evaluation): ModelBinding | undefined {
  if (value.kind !== 'object' || value.object.kind !== 'class') return undefined;
  const base = externalBase(value)?.name;
  const library = libraries.find(({ base: pattern }) => base !== undefined && pattern.test(base));
  if (!library) return undefined;
  const { name: model, origin } = value.object;
  return { model, origin, library: library.name, ...library.bind(value, evaluation) };
}

/** peewee: `Meta.database`, also that of a base whose model has a `Meta` without one. */
function bindByMeta(model: Value): Pick<ModelBinding, 'calls'> {
  const bound = inheritedBy(model, (type) => {
    const meta = ownAttribute(type, 'Meta');
    return meta && findAttribute(meta, 'database');
  });
  return { calls: bound ? connectionsOf(bound).map(({ origin }) => origin) : [] };
}

/** The connections behind a value: those that a placeholder was given, else itself. */
function connectionsOf(value: Value): readonly Connection[] {
  if (value.kind === 'oneOf') return value.options.flatMap(connectionsOf);
  if (value.kind !== 'made') return [];
  const inner = value.attributes.get(placed);
  return inner ? connectionsOf(inner) : [value];
}

/** mongoengine: the connection of `meta['db_alias']`, which bases hand down, else the default one. */
function bindByAlias(model: Value, { made }: Evaluation): Pick<ModelBinding, 'calls' | 'alias'> {
  const given = inheritedBy(model, (type) => {
    const meta = ownAttribute(type, 'meta');
    return meta?.kind === 'map' ? meta.entries.get('db_alias') : undefined;
  });
  const alias = given?.kind === 'scalar' ? String(given.value) : 'default';
  const calls = made.filter((call) => aliasOf(call) === alias).map(({ origin }) => origin);
  return { alias, calls };
}

function aliasOf({ maker, args: { named, positional } }: Connection): string | undefined {
  const at = { 'mongoengine.connect': 1, 'mongoengine.register_connection': 0 }[maker];
  if (at === undefined) return undefined;
  const given = named.get('alias') ?? positional[at];
  return given?.kind === 'scalar' ? String(given.value) : 'default';
}

function ownAttribute(type: Value, name: string): Value | undefined {
  return type.kind === 'object' ? type.object.attributes.get(name) : undefined;
}

/** What `find` gives for the class or else for the nearest of its bases. */
function inheritedBy(
  type: Value,
  find: (type: Value) => Value | undefined,
  depth = 0,
): Value | undefined {
  if (type.kind !== 'object' || depth > deepestClass) return undefined;
  const own = find(type);
  if (own) return own;
  for (const parent of type.object.parents) {
    const found = inheritedBy(parent, find, depth + 1);
    if (found) return found;
  }
  return undefined;
}
