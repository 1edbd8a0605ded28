import type { Origin } from '../../core/environment/setting';
import { externalBase } from '../../syntax/evaluation/python/externalBase';
import type { Value } from '../../syntax/evaluation/value';
import type { Evaluation } from './evaluation';
import { djangoModels } from './models/django';
import { flaskSqlalchemyModels } from './models/flaskSqlalchemy';
import type { Binding, ModelLibrary } from './models/modelLibrary';
import { mongoengineModels } from './models/mongoengine';
import { peeweeModels } from './models/peewee';

/** Which database a model of the code stands for, whatever the code around its use names. */
export interface ModelBinding extends Binding {
  readonly model: string;
  /** Where the class is written. */
  readonly origin: Origin;
  readonly library: string;
}

const libraries: readonly ModelLibrary[] = [
  peeweeModels,
  mongoengineModels,
  flaskSqlalchemyModels,
  djangoModels,
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
