import type { Operation } from '../operation';
import { baseOf, type SqlName } from './sqlName';
import type { SqlStep } from './sqlStep';

export type EffectStep = Extract<SqlStep, { kind: 'effect' }>;

/** More than anyone reads. */
const mostOperations = 1_000;
/** What one command leaves out is seldom further back. */
const mostMoves = 20;

/** What a text does when all of it is executed, each once. */
export function gatherOperations(
  steps: readonly SqlStep[],
  rollsBackTables: boolean,
): readonly Operation[] {
  const operations = new Map<string, Operation>();
  const moves = movesBefore(steps);
  for (const step of stepsDone(steps, rollsBackTables)) {
    const { effect, line } = step;
    const moved = moves.get(step);
    const key = JSON.stringify([effect.rule, effect.kind, effect.reach, effect.subject, moved]);
    if (operations.has(key)) continue;
    const origin = { kind: 'code', name: 'SQL', line } as const;
    operations.set(key, { ...effect, origin, ...(moved ? { moves: moved } : {}) });
    if (operations.size >= mostOperations) break;
  }
  return [...operations.values()];
}

/** What the client was told before each step to connect to, for those that stand behind such a command. */
function movesBefore(steps: readonly SqlStep[]): ReadonlyMap<SqlStep, readonly string[]> {
  const found = new Map<SqlStep, readonly string[]>();
  let moves: readonly string[] = [];
  for (const step of steps)
    if (step.kind === 'connect') moves = [...moves, step.to].slice(-mostMoves);
    else if (moves.length > 0) found.set(step, moves);
  return found;
}

/**
 * The steps that come to something: what a text rolls back is not done, and what becomes of its own temporary tables costs
 * nothing.
 *
 * @param rollsBackTables whether tables come back with a transaction
 */
export function stepsDone(
  steps: readonly SqlStep[],
  rollsBackTables: boolean,
): readonly EffectStep[] {
  return withoutUndone(withoutOwn(steps), rollsBackTables);
}

function withoutOwn(steps: readonly SqlStep[]): readonly SqlStep[] {
  const own = new Set<string>();
  return steps.filter((step) => {
    if (step.kind === 'own') own.add(baseOf(step.name));
    return step.kind !== 'own' && !(step.kind === 'effect' && isOwn(step.on, own));
  });
}

/** Tables whose names begin with `#` are temporary for SQL Server, and so is the schema pg_temp. */
function isOwn(name: SqlName, own: ReadonlySet<string>): boolean {
  const base = baseOf(name);
  if (base.startsWith('#') || name.key.startsWith('pg_temp.')) return true;
  return own.has(base) && !name.key.includes('.');
}

function withoutUndone(steps: readonly SqlStep[], rollsBackTables: boolean): readonly EffectStep[] {
  const done: EffectStep[] = [];
  const savepoints = new Map<string, number>();
  let start: number | undefined;
  const undo = (from: number): void => {
    const kept = done.splice(from).filter((step) => !rollsBackTables && !isOfRows(step));
    done.push(...kept);
  };
  steps.forEach((step, at) => {
    switch (step.kind) {
      case 'effect':
        done.push(step);
        // A change of tables ends the transaction where it cannot be part of one.
        if (!rollsBackTables && !isOfRows(step) && start !== undefined) start = done.length;
        break;
      case 'begin':
        start = done.length;
        savepoints.clear();
        break;
      case 'commit':
        start = undefined;
        break;
      case 'savepoint':
        savepoints.set(step.name, done.length);
        break;
      case 'rollback':
        if (step.to !== undefined) undo(savepoints.get(step.to) ?? done.length);
        else if (start !== undefined && !isCommittedLater(steps, at)) undo(start);
        if (step.to === undefined) start = undefined;
        break;
      case 'own':
      case 'connect':
    }
  });
  return done;
}

function isOfRows({ effect }: EffectStep): boolean {
  return effect.kind === 'insert' || effect.kind === 'update' || effect.kind === 'delete';
}

/** A text that decides between COMMIT and ROLLBACK as it runs may well do the first. */
function isCommittedLater(steps: readonly SqlStep[], at: number): boolean {
  let next = at + 1;
  while (next < steps.length && steps[next]!.kind !== 'begin' && steps[next]!.kind !== 'commit')
    next++;
  return steps[next]?.kind === 'commit';
}
