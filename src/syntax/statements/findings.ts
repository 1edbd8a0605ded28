import { consultCatalogue } from '../../core/operations/catalogue';
import type { Origin } from '../../core/environment/setting';
import type { Operation } from '../../core/operations/operation';
import type { Payload } from '../../core/operations/payload';
import type { ClientContext } from '../../core/targets/grammar';
import { argumentAt } from './arguments';
import { operationOf } from './callOperation';
import type { BulkRule, CommandRule } from './callRule';
import type { CodeLanguage } from './codeLanguage';
import { subjectOf, type Argument, type Expression } from './expression';
import type { FoundCall } from './foundCall';
import type { Match, RuleBook } from './ruleBook';
import { sqlOf } from './sqlOf';

/** What a call does, as far as its language knows. */
export type Finding =
  | { readonly kind: 'operation'; readonly operation: Operation }
  /** SQL that is still to be read. */
  | { readonly kind: 'sql'; readonly text: string; readonly origin: Origin }
  | { readonly kind: 'included'; readonly payload: Payload };

/** Commands in code say what they do by their words alone. */
const noContext: ClientContext = {
  find: () => undefined,
  readFile: () => undefined,
  home: '',
  cwd: '',
};

/** What a call does by the first rule that fits; nothing by the most of them. */
export function findingsOf(
  call: FoundCall,
  language: CodeLanguage,
  book: RuleBook,
): readonly Finding[] {
  const match = book.find(call);
  if (!match) return [];
  const { rule } = match;
  const args = call.steps.at(-1)?.args ?? [];
  if ('id' in rule)
    return [{ kind: 'operation', operation: operationOf(rule, match, call, language.narrowing) }];
  if ('sql' in rule) {
    const text = sqlOf(argumentAt(args, rule.sql), call.scope);
    return text === undefined ? [] : [{ kind: 'sql', text, origin: originOf(call) }];
  }
  if ('include' in rule) return includedBy(argumentAt(args, rule.include), language);
  if ('command' in rule) return commandFindings(rule, match, call);
  return callsIn(rule, call).flatMap((inner) => findingsOf(inner, language, book));
}

export function originOf({ written }: FoundCall): Origin {
  const { name, line } = written.at(-1)!;
  return { kind: 'code', name, line };
}

function includedBy(file: Expression | undefined, { payload }: CodeLanguage): readonly Finding[] {
  if (file?.kind !== 'text') return [];
  return [{ kind: 'included', payload: { language: payload, kind: 'file', path: file.text } }];
}

export function commandFindings(
  { command }: CommandRule,
  { captures }: Match,
  call: FoundCall,
): readonly Finding[] {
  const last = call.steps.at(-1);
  const captured = [...captures.values()].map((step) =>
    step === last ? step.name : subjectOf(step),
  );
  const words = [...captured, ...(last?.args ?? []).flatMap(({ value }) => wordsOf(value))];
  const { operations } = consultCatalogue(command, words, noContext);
  const origin = originOf(call);
  return operations.map((operation) => ({
    kind: 'operation',
    operation: { ...operation, origin },
  }));
}

function wordsOf(value: Expression): readonly string[] {
  if (value.kind === 'text') return value.text.split(/\s+/);
  if (value.kind === 'list') return value.items.flatMap(wordsOf);
  if (value.kind !== 'object') return [];
  return value.entries.flatMap(([name]) => (name.startsWith('-') ? [name] : []));
}

/** `bulkWrite([{ deleteMany: { filter } }])` as the calls that it stands for. */
export function callsIn({ bulk }: BulkRule, call: FoundCall): readonly FoundCall[] {
  const args = call.steps.at(-1)?.args ?? [];
  const list = argumentAt(args, bulk);
  const items = list && call.scope.resolve(list);
  if (items?.kind !== 'list') return [];
  return items.items
    .flatMap((item) => (item.kind === 'object' ? item.entries : []))
    .map(([name, value]) => withLast(call, name, [{ value }]));
}

function withLast(call: FoundCall, name: string, args: readonly Argument[]): FoundCall {
  const last = { name, args, line: call.written.at(-1)!.line };
  return {
    ...call,
    steps: [...call.steps.slice(0, -1), last],
    written: [...call.written.slice(0, -1), last],
  };
}
