import type { Environment, Layer } from './environment';

/** What counts of each variable, as one layer: what a process gets that is started with them. */
export function flatten(environment: Environment): Layer {
  const settings = environment.names().flatMap((name) => environment.find(name)?.setting ?? []);
  const [problem] = environment.problems();
  return { settings, ...(problem ? { problem } : {}), remarks: environment.remarks() };
}
