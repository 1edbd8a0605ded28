import type { Layer } from '../../core/environment/environment';
import type { Machine } from '../../core/operations/assessPlace';
import { otherEngine } from '../runs/otherEngine';
import type { Run } from '../runs/run';

/** The machine that a run is on: another one behind `ssh` and the like. A container is where its engine is. */
export function machineOf(
  { elsewhere }: Pick<Run, 'elsewhere'>,
  outside: { readonly machine: Machine; readonly process: Layer },
): Machine {
  if (!elsewhere) return outside.machine;
  const isContainer = elsewhere.kind === 'service' || elsewhere.isContainer;
  const name = isContainer ? otherEngine(outside.process) : elsewhere.via;
  return name === undefined ? outside.machine : { name, isRemote: true };
}
