import type { Operation } from '../../core/operations/operation';
import type { Run } from '../runs/run';

/** A run while its client has one connection, with what it does there. */
export interface ConnectedRun {
  readonly run: Run;
  readonly operations: readonly Operation[];
}

/** The connection that the run starts with comes first, whatever is done there. */
export function byConnection(
  run: Run,
  operations: readonly Operation[],
): readonly [ConnectedRun, ...ConnectedRun[]] {
  const moved = new Map<string, { readonly run: Run; readonly operations: Operation[] }>();
  const first: Operation[] = [];
  for (const { moves = [], ...operation } of operations) {
    if (moves.length === 0) {
      first.push(operation);
      continue;
    }
    const key = JSON.stringify(moves);
    const connected = moved.get(key) ?? { run: { ...run, moves }, operations: [] };
    connected.operations.push(operation);
    moved.set(key, connected);
  }
  return [{ run, operations: first }, ...moved.values()];
}
