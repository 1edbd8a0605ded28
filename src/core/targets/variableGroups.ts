import { overridden, type EffectiveSetting, type Environment } from '../environment/environment';
import type { Origin } from '../environment/setting';
import { findEnvironmentWord } from '../stages/words';
import { rankOfName } from './connectionNames';
import { findConnectionSettings } from './connectionSettings';
import type { ClientContext, Grammar, Parsed } from './grammar';
import { readGroup } from './groupTarget';
import { completeConnection } from './libpq/complete';
import { templateReason } from './placeholders';
import { findGroups } from './settingGroups';
import type { Target } from './target';

/** After every name of a connection string that an application would know. */
const groupRank = 20;
const libpqRank = 30;

interface Candidate {
  readonly found: EffectiveSetting;
  readonly parsed: Parsed;
  readonly rank: number;
}

/** The databases that an environment's settings name: the one a run would most likely use first, standby ones last. */
export function findTargets(
  environment: Environment,
  context: Omit<ClientContext, 'find'>,
  grammars: readonly Grammar[],
): Target[] {
  // Clients take an empty variable for one that is not set.
  const find = (name: string): EffectiveSetting | undefined => {
    const found = environment.find(name);
    return found?.setting.value ? found : undefined;
  };
  const full: ClientContext = { ...context, find };
  const candidates: Candidate[] = [
    ...findConnectionSettings(environment, full, grammars).map((own) => ({
      ...own,
      rank: rankOfName(own.found.setting.name),
    })),
    ...findGroups(environment).flatMap((group) => {
      const reading = readGroup(group, full);
      return reading ? [{ found: reading.decides, parsed: reading.parsed, rank: groupRank }] : [];
    }),
    ...libpqVariables(full),
  ];
  const ordered = candidates.toSorted((a, b) => a.rank - b.rank).map(targetOf);
  return uniqueTargets(ordered.toSorted((a, b) => orderOf(a) - orderOf(b)));
}

/** PostgreSQL's own variables make a target only where they name a place: a port or a user alone fills in others. */
function libpqVariables(context: ClientContext): Candidate[] {
  const found = ['PGHOSTADDR', 'PGSERVICE', 'PGHOST', 'PGDATABASE']
    .map((name) => context.find(name))
    .find(Boolean);
  return found ? [{ found, parsed: completeConnection(new Map(), context), rank: libpqRank }] : [];
}

function targetOf({ found, parsed }: Candidate): Target {
  const { setting, doubts } = found;
  const standby = findEnvironmentWord(setting.name) !== undefined;
  const evidence = { origin: setting.origin, overrides: overridden(found), doubts, standby };
  if (parsed.kind === 'invalid')
    return { system: parsed.system, endpoints: [], unresolved: parsed.reason, ...evidence };
  const { also: origins = [], ...place } = parsed.connection;
  const unresolved = templateReason(place);
  if (unresolved) return { system: place.system, endpoints: [], unresolved, ...evidence };
  const also = origins.filter((origin) => !isSame(origin, setting.origin));
  return { ...place, ...(also.length > 0 ? { also } : {}), ...evidence };
}

function isSame(a: Origin, b: Origin): boolean {
  return a.kind === b.kind && a.name === b.name && a.file === b.file && a.line === b.line;
}

/** Databases before caches, what a run uses before what it might use. */
function orderOf({ standby, system }: Target): number {
  return (standby ? 2 : 0) + (system === 'redis' ? 1 : 0);
}

/** One place under several names counts once; a standby name stays, for its word is news. */
function uniqueTargets(targets: readonly Target[]): Target[] {
  const known = new Set<string>();
  return targets.filter(({ system, endpoints, database, user, standby, origin }) => {
    if (endpoints.length === 0) return true;
    const name = standby ? origin.name : '';
    const key = JSON.stringify([system, endpoints, database ?? '', user ?? '', name]);
    return !known.has(key) && known.add(key);
  });
}
