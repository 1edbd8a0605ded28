import type { EffectiveSetting, Environment } from '../environment/environment';
import { findEnvironmentWord } from '../stages/words';
import { families, fieldNames, type GroupField } from './groupNames';
import type { DatabaseSystem } from './target';

/** Variables that together describe one connection. */
export interface SettingGroup {
  /** `DB`, `ANALYTICS_DB`; a trailing environment word stays: `DB…_STAGING`. */
  readonly name: string;
  /** What the group's name alone says of the system. */
  readonly system: DatabaseSystem | undefined;
  readonly fields: Readonly<Partial<Record<GroupField, EffectiveSetting>>>;
}

const fieldPattern = [...Object.values(fieldNames).flat()]
  .sort((a, b) => b.length - a.length)
  .join('|');
const groupPattern = new RegExp(
  `^((?:[A-Z0-9]+_)*?(${Object.keys(families).join('|')}))_(?:${fieldPattern})(?:_([A-Z]+))?$`,
);

/** The groups that name a host, or a system and a database of it, in the order of the environment. */
export function findGroups(environment: Environment): SettingGroup[] {
  const groups = new Map<string, SettingGroup>();
  for (const name of environment.names()) {
    const [, prefix, family, suffix] = groupPattern.exec(name.toUpperCase()) ?? [];
    if (prefix === undefined || family === undefined) continue;
    // `DB_HOST_INTERNAL` is another setting of a group, `DB_HOST_STAGING` is one of another group.
    if (suffix !== undefined && !findEnvironmentWord(suffix)) continue;
    const key = suffix === undefined ? prefix : `${prefix}…_${suffix}`;
    if (groups.has(key)) continue;
    groups.set(key, {
      name: key,
      system: families[family],
      fields: readFields(environment, { prefix, family, suffix }, name),
    });
  }
  return [...groups.values()].filter(
    ({ system, fields }) =>
      fields.host ?? fields.socket ?? (fields.database && (fields.system ?? system === 'sqlite')),
  );
}

interface GroupName {
  readonly prefix: string;
  readonly family: string;
  readonly suffix: string | undefined;
}

function readFields(
  environment: Environment,
  { prefix, family, suffix }: GroupName,
  example: string,
): SettingGroup['fields'] {
  const isLower = example === example.toLowerCase();
  const find = (name: string): EffectiveSetting | undefined => {
    const found = environment.find(isLower ? name.toLowerCase() : name);
    return found?.setting.value ? found : undefined;
  };
  // The databases of several environments are of one system, which is often said once.
  const sharesSystem = prefix !== family && findEnvironmentWord(prefix) !== undefined;
  const entries = Object.entries(fieldNames).flatMap(([field, names]) => {
    const full = names.map((own) => `${prefix}_${own}`);
    const marked = suffix === undefined ? [] : full.map((name) => `${name}_${suffix}`);
    const shared = field === 'system' && sharesSystem ? names.map((own) => `${family}_${own}`) : [];
    const found = [...marked, ...full, ...shared].map(find).find(Boolean);
    return found ? [[field, found] as const] : [];
  });
  return Object.fromEntries(entries);
}
