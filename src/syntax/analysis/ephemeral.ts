import type { Expression } from '../statements/expression';
import type { FoundCall } from '../statements/foundCall';

const standIn = /mock|fake|stub/i;

/** Addresses of databases that end with the program. */
const memory = /:memory:|[?&]mode=memory|^sqlite(?:\+\w+)?:\/\/(?:\?|$)/;
const deepest = 3;

/** Whether what a call is made on holds nothing that is kept: a stand-in of a test, or a database in memory. */
export function isEphemeral({ steps, scope }: FoundCall): boolean {
  const isStandIn = steps.slice(0, 2).some(({ name }) => standIn.test(name));
  return isStandIn || namesMemory({ kind: 'chain', steps }, scope, deepest);
}

function namesMemory(value: Expression, scope: FoundCall['scope'], depth: number): boolean {
  switch (value.kind) {
    case 'text':
      return memory.test(value.text);
    case 'object':
      return depth > 0 && value.entries.some(([, entry]) => namesMemory(entry, scope, depth - 1));
    case 'chain':
      return value.steps.some(({ args = [] }) =>
        args.some((arg) => depth > 0 && namesMemory(scope.resolve(arg.value), scope, depth - 1)),
      );
    default:
      return false;
  }
}
