import type { SqlEffect } from './sqlStep';
import type { SqlToken } from './sqlToken';

/** Statements that only drop what is defined beside the data: nothing is lost, but queries slow down or wrong rows come in. */
const drops: readonly (readonly [rule: string, what: string, statement: RegExp])[] = [
  ['sql-drop-index', 'an index', /^drop index /],
  ['sql-drop-index', 'an index', /^alter table .*\bdrop (?:index|key) /],
  [
    'sql-drop-constraint',
    'a constraint',
    /^alter table .*\bdrop (?:constraint|foreign key|primary key|check) /,
  ],
];

/** The first words tell it; lists of columns and values may be long. */
const mostTokens = 40;

/** What a statement drops that holds no data: an index, a constraint. */
export function definitionDropped(tokens: readonly SqlToken[]): SqlEffect | undefined {
  if (tokens[0]?.word !== 'drop' && tokens[0]?.word !== 'alter') return undefined;
  const words = tokens.slice(0, mostTokens).map(({ word }) => word || '?');
  const text = `${words.join(' ')} `;
  const [rule, subject] = drops.find(([, , statement]) => statement.test(text)) ?? [];
  return rule === undefined || subject === undefined
    ? undefined
    : { kind: 'drop', reach: 'one', subject, rule };
}
