import type { CodeFinding } from '../../core/findings/codeFinding';
import type { Operation, Reach } from '../../core/operations/operation';
import type { StatementReader } from '../../core/operations/statementReader';
import { firstAt } from '../statements/arguments';
import type { LibraryRule } from './codeLibrary';
import type { CodeCall } from './codeModule';
import type { CallFinding } from './findCalls';
import { mayBeUndefined } from './mayBeUndefined';

const destructive = new Set<Operation['kind']>([
  'delete',
  'truncate',
  'drop',
  'overwrite',
  'terminate',
]);

/** Whether an operation is worth a mark: inserts, migrations and changes of one record are everyday work. */
export function isMarked({ kind, reach }: Operation): boolean {
  return destructive.has(kind) || (kind === 'update' && reach !== 'one');
}

/** What is done to one at a time, many times. */
function repeated(operation: Operation): Operation {
  return operation.reach === 'one' ? { ...operation, reach: 'some' } : operation;
}

/** The finding of a call that a rule fits; the worst of what it does. */
export async function toFindings(
  { match, range, binding, effects, call }: CallFinding,
  sql: StatementReader,
): Promise<readonly CodeFinding[]> {
  const { rule, library, confidence } = match;
  const isRepeated = Boolean(call.loop) || ('sql' in rule && rule.isRepeated);
  const read = await Promise.all(
    effects.map(async (effect) => {
      if (effect.kind === 'operation') return [effect.operation];
      const operations = await sql.read(effect.text, 'sql');
      return isRepeated ? operations.map(repeated) : operations;
    }),
  );
  return read
    .flat()
    .filter(isMarked)
    .map(({ kind, reach, subject, rule: id, takesAll }) => ({
      kind,
      reach,
      subject,
      rule: id,
      range,
      api: library.name,
      confidence,
      ...(takesAll ? { takesAll } : {}),
      ...(library.system ? { system: library.system } : {}),
      ...trapOf(rule, reach, call),
      ...(binding ? { binding } : {}),
      ...(call.owner?.name ? { owner: call.owner.name } : {}),
    }));
}

function trapOf(rule: LibraryRule, reach: Reach, { written }: CodeCall): Pick<CodeFinding, 'trap'> {
  const { trap, unfilteredTrap, undefinedTrap } = rule;
  const places = 'filter' in rule ? rule.filter : undefined;
  const isUnsure = mayBeUndefined(firstAt(written.at(-1)?.args ?? [], places));
  const told =
    (isUnsure ? undefinedTrap : undefined) ??
    (reach === 'all' ? unfilteredTrap : undefined) ??
    trap;
  return told === undefined ? {} : { trap: told };
}
