import { inheritedBy, ownAttribute } from './inherited';
import type { Connection, ModelLibrary } from './modelLibrary';

/** The connection of `meta['db_alias']`, which bases hand down, else the default one. */
export const mongoengineModels: ModelLibrary = {
  name: 'mongoengine',
  base: /^(flask_mongoengine\.MongoEngine\(\)|mongoengine(\.\w+)?)\.\w*Document$/,
  bind(model, { made }) {
    const given = inheritedBy(model, (type) => {
      const meta = ownAttribute(type, 'meta');
      return meta?.kind === 'map' ? meta.entries.get('db_alias') : undefined;
    });
    const alias = given?.kind === 'scalar' ? String(given.value) : 'default';
    const calls = made.filter((call) => aliasOf(call) === alias).map(({ origin }) => origin);
    return { alias, calls };
  },
};

function aliasOf({ maker, args: { named, positional } }: Connection): string | undefined {
  const at = { 'mongoengine.connect': 1, 'mongoengine.register_connection': 0 }[maker];
  if (at === undefined) return undefined;
  const given = named.get('alias') ?? positional[at];
  return given?.kind === 'scalar' ? String(given.value) : 'default';
}
