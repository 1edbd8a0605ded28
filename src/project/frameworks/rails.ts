import type { EffectiveSetting, Environment } from '../../core/environment/environment';
import { frameworks } from '../../core/stages/frameworks';
import { sectionOf } from '../../core/stages/frameworkVariables';
import { pickValues, readRailsUrl, type RailsValues } from './railsUrl';

export interface RailsDatabase {
  /** `primary` where the section names none. */
  readonly name: string;
  readonly values: RailsValues;
  /** The variable that was merged over the file. */
  readonly variable?: EffectiveSetting;
}

export type RailsDatabases =
  | { readonly kind: 'databases'; readonly databases: readonly RailsDatabase[] }
  /** Rails would raise; the reason is a sentence without a value. */
  | { readonly kind: 'refused'; readonly variable: EffectiveSetting; readonly reason: string };

export interface RailsRules {
  /** Major version. */
  readonly version?: number;
  /** The database that the command names, which counts where there is one of that name. */
  readonly database?: string;
}

type Mapping = Readonly<Record<string, unknown>>;

const newestVersion = 8;

/** The section of `config/database.yml` that Rails takes. */
export function currentRailsEnvironment(environment: Environment): string {
  return sectionOf(frameworks.rails, (name) => environment.get(name));
}

/**
 * What Active Record makes of a parsed `config/database.yml` in one environment: `DATABASE_URL` (or
 * `CACHE_DATABASE_URL` for `cache`) is merged key by key over the section, unless that has a `url` of its own, even a
 * blank one.
 */
export function railsDatabases(
  parsedYaml: unknown,
  environment: Environment,
  currentEnv: string,
  { version = newestVersion, database }: RailsRules = {},
): RailsDatabases {
  const all = sectionsOf(parsedYaml, currentEnv);
  const chosen = all.filter(([name]) => name === database);
  const sections = chosen.length > 0 ? chosen : all;
  const variables = (sections.length > 0 ? sections : [['primary', {}] as const]).map(
    ([name, section]) => ({ name, section, variable: variableFor(name, section, environment) }),
  );
  const empty = variables.find(({ variable }) => variable?.setting.value.trim() === '')?.variable;
  if (empty)
    return {
      kind: 'refused',
      variable: empty,
      reason: `Rails refuses to start: ${empty.setting.name} is set and empty.`,
    };
  const databases = variables
    .filter(({ variable }) => sections.length > 0 || variable)
    .map(({ name, section, variable }) => {
      const url = variable?.setting.value ?? ownUrl(section);
      const values = { ...pickValues(section), ...(url && readRailsUrl(url, version)) };
      return { name, values, ...(variable && { variable }) };
    });
  return { kind: 'databases', databases };
}

/** Several databases, if everything in the section is a mapping, else one. */
function sectionsOf(parsedYaml: unknown, currentEnv: string): (readonly [string, Mapping])[] {
  const section = isMapping(parsedYaml) ? parsedYaml[currentEnv] : undefined;
  if (typeof section === 'string') return [['primary', { url: section }]];
  if (!isMapping(section)) return [];
  const named = Object.entries(section);
  return named.every((entry): entry is [string, Mapping] => isMapping(entry[1]))
    ? named
    : [['primary', section]];
}

function variableFor(
  name: string,
  section: Mapping,
  environment: Environment,
): EffectiveSetting | undefined {
  if ('url' in section) return undefined;
  return (
    environment.find(`${name.toUpperCase()}_DATABASE_URL`) ??
    (name === 'primary' ? environment.find('DATABASE_URL') : undefined)
  );
}

function ownUrl({ url }: Mapping): string | undefined {
  return typeof url === 'string' && url.trim() ? url : undefined;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
