import { instance, type Step } from '../statements/expression';
import type { CodeModule } from './codeModule';
import { typeOf } from './linkedSteps';
import { Linker, type ModuleSource } from './linker';

/**
 * The ways to see a chain: with the fields of models left alone; followed to its end; and as made by the library that a
 * class descends from.
 */
export function* viewsOf(
  steps: readonly Step[],
  module: CodeModule,
  source: ModuleSource,
): Generator<readonly Step[]> {
  const chain = { kind: 'chain', steps } as const;
  for (const keepsModels of [true, false]) {
    const linker = new Linker(source, keepsModels);
    const linked = linker.link(chain, module);
    if (linked.kind !== 'chain') continue;
    yield linked.steps;
    yield* asBases(linked.steps, linker);
  }
}

function* asBases(steps: readonly Step[], linker: Linker): Generator<readonly Step[]> {
  const at = steps.findIndex(({ name }) => name === instance);
  const type = at > 0 ? typeOf(steps.slice(0, at + 1)) : undefined;
  for (const base of type ? linker.externalBases(type) : []) {
    const last = base.at(-1);
    if (last)
      yield [...base.slice(0, -1), { ...last, args: last.args ?? [] }, ...steps.slice(at + 1)];
  }
}
