import { findAttribute, madeBehind } from '../../../syntax/evaluation/attributes';
import type { Value } from '../../../syntax/evaluation/value';
import { placed } from '../../frameworks/python/peewee';
import { inheritedBy, ownAttribute } from './inherited';
import type { Connection, ModelLibrary } from './modelLibrary';

/** `Meta.database`, also that of a base whose model has a `Meta` without one. */
export const peeweeModels: ModelLibrary = {
  name: 'peewee',
  base: /^(peewee|playhouse\.\w+)\.\w*Model$/,
  bind(model) {
    const bound = inheritedBy(model, (type) => {
      const meta = ownAttribute(type, 'Meta');
      return meta && findAttribute(meta, 'database');
    });
    return { calls: bound ? connectionsOf(bound).map(({ origin }) => origin) : [] };
  },
};

/** The connections behind a value: those that a placeholder was given, else itself. */
function connectionsOf(value: Value): readonly Connection[] {
  if (value.kind === 'oneOf') return value.options.flatMap(connectionsOf);
  const own = value.kind === 'object' ? ownAttribute(value, madeBehind) : value;
  if (own?.kind !== 'made') return [];
  const inner = own.attributes.get(placed);
  return inner ? connectionsOf(inner) : [own];
}
