import type { ClientContext, Parsed } from '../grammar';
import { hostOf, portOf, type ConnectionParts } from '../target';
import { completeConnection } from './complete';
import { parseConnectionString } from './connectionString';
import type { Parameters, ParsedParameters } from './keywords';

/** Where psql is connected after `\c`, given what stands behind that and where it was before. */
export function moveConnection(
  before: ConnectionParts,
  argument: string,
  context: ClientContext,
): ConnectionParts {
  const words = wordsOf(argument);
  const reuse = words.flatMap((word) => /^-reuse-previous=(.*)$/.exec(word)?.[1] ?? []).at(-1);
  const given = words.filter((word) => !word.startsWith('-reuse-previous='));
  const string = given[0] ?? '-';
  const isString = string.includes('=') || string.includes('://');
  const parsed = isString ? parseConnectionString(string) : byPosition(given);
  if (parsed.kind === 'invalid') return unresolved(parsed.reason);
  const keeps = reuse === undefined ? !isString : /^(?:on|true|yes|1)$/i.test(reuse);
  if (!keeps) return partsOf(completeConnection(parsed.parameters, context));
  return withPrevious(parsed.parameters, before, context);
}

/** Quotes of either kind hold a word together. */
function wordsOf(argument: string): readonly string[] {
  const words = argument.match(/(?:"[^"]*"|'(?:[^']|'')*'|[^\s"';])+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'((?:[^']|'')*)'/g, '$1$2'));
}

const positions = ['dbname', 'user', 'host', 'port'] as const;

/** A variable of psql leaves open what it stands for; a dash leaves it as it is. */
function byPosition(words: readonly string[]): ParsedParameters {
  if (words[2]?.startsWith(':'))
    return { kind: 'invalid', reason: 'The host is only known to the running psql' };
  const given = positions.flatMap((name, at) => {
    const word = words[at] ?? '-';
    return word === '-' ? [] : [[name, word.startsWith(':') ? '' : word] as const];
  });
  return { kind: 'parameters', parameters: new Map(given) };
}

function withPrevious(
  given: Parameters,
  before: ConnectionParts,
  context: ClientContext,
): ConnectionParts {
  const previous = {
    host: hostOf(before) ?? '',
    hostaddr: '',
    port: String(portOf(before) ?? ''),
    dbname: before.database ?? '',
    user: before.user ?? '',
  };
  const completed = completeConnection(new Map([...Object.entries(previous), ...given]), context);
  const { database, ...server } = partsOf(completed);
  const isNamed = database !== undefined && given.get('dbname') !== '';
  const moved = isNamed ? { ...server, database } : server;
  if (moved.unresolved !== undefined || given.has('host') || given.has('port')) return moved;
  const { endpoints, unresolved: reason } = before;
  return { ...moved, endpoints, ...(reason === undefined ? {} : { unresolved: reason }) };
}

function partsOf(parsed: Parsed): ConnectionParts {
  return parsed.kind === 'connection' ? parsed.connection : unresolved(parsed.reason);
}

function unresolved(reason: string): ConnectionParts {
  return { system: 'postgresql', endpoints: [], unresolved: reason };
}
