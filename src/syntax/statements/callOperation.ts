import type { Operation, Reach } from '../../core/operations/operation';
import { redactUserInfo } from '../../core/targets/redactUserInfo';
import { argumentAt, firstAt, isTrue } from './arguments';
import type { EffectRule } from './callRule';
import type { CodeLanguage } from './codeLanguage';
import {
  each,
  instance,
  numbered,
  sliced,
  subjectOf,
  type Expression,
  type Step,
} from './expression';
import type { FoundCall, Loop } from './foundCall';
import { chainReach, filterReach, narrowest } from './pickedReach';
import type { Match } from './ruleBook';

type Narrowings = CodeLanguage['narrowing'];

/** What a call that a rule fits does to data. */
export function operationOf(
  rule: EffectRule,
  match: Match,
  call: FoundCall,
  narrowing: Narrowings,
): Operation {
  const { kind, id, takesAll } = rule;
  const reach = reachOf(rule, match, call, narrowing);
  const { name, line } = call.written.at(-1)!;
  return {
    kind,
    reach,
    subject: redactUserInfo(subjectText(rule.subject, reach, match, call)),
    rule: id,
    ...(takesAll && reach === 'all' ? { takesAll } : {}),
    origin: { kind: 'code', name, line },
  };
}

function reachOf(rule: EffectRule, { hit }: Match, call: FoundCall, narrowing: Narrowings): Reach {
  const { steps, after, scope, loop } = call;
  const args = steps.at(-1)?.args ?? [];
  const isEach = hit.some(({ name }) => name === each);
  const isSingle = isTrue(firstAt(args, rule.single));
  // One of each is all of them.
  const fixed = isSingle ? 'one' : isEach && rule.reach === 'one' ? 'all' : (rule.reach ?? 'all');
  const filter = firstAt(args, rule.filter);
  const picked = filter ? filterReach(scope.resolve(filter)) : 'all';
  const isOwn = hit === steps;
  const behind = after.filter((step) => step.args);
  const own = isOwn ? hit.slice(0, -1) : hit;
  // What an instance holds may be many: `customer.orders`.
  const picking = own.filter(({ name }, at) => name !== instance || at === own.length - 1);
  const before = chainReach(picking, narrowing);
  const queried = narrowest([before, chainReach(behind, narrowing)]);
  const isFixed = rule.reach === 'some' || rule.reach === 'all';
  const found = isFixed ? fixed : narrowest([fixed, picked, queried]);
  // Of what one record has, there may be many.
  const reach = isEach && found === 'one' ? 'some' : found;
  if (!loop || (!isEach && reach !== 'one')) return reach;
  const looped = isEach ? reach : loopReach(loop, hit, narrowing);
  return looped === 'all' && loop.isConditional ? 'some' : looped;
}

/** What one thing of each turn adds up to. */
function loopReach({ source }: Loop, hit: readonly Step[], narrowing: Narrowings): Reach {
  return source && isSameSource(source, hit) ? chainReach(source, narrowing) : 'some';
}

function isSameSource(source: readonly Step[], hit: readonly Step[]): boolean {
  const [[root, next], [ownRoot, ownNext]] = [source, hit];
  if (!root || root.name !== ownRoot?.name) return false;
  if (root.stands?.kind === 'module') return isBegunBy(source, hit.slice(0, -1));
  if (/^[A-Z]/.test(root.name)) return true;
  return next !== undefined && ownNext !== undefined && subjectOf(next) === subjectOf(ownNext);
}

/** Of the same client, the same collection. */
function isBegunBy(source: readonly Step[], begin: readonly Step[]): boolean {
  return begin.every((step, at) => {
    const own = source[at];
    return own !== undefined && own.name === step.name && subjectOf(own) === subjectOf(step);
  });
}

function subjectText(template: string, reach: Reach, { captures }: Match, call: FoundCall): string {
  const args = call.steps.at(-1)?.args ?? [];
  return template
    .replace(/#(\w+)/, (_, word: string) => counted(word, reach))
    .replace(/\{([$\w]+)\}/g, (_, name: string) => {
      const captured = captures.get(name);
      if (captured) return isPlace(captured.name) ? '' : subjectOf(captured);
      const value = argumentAt(args, /^\d+$/.test(name) ? Number(name) : name);
      return value ? namesOf(call.scope.resolve(value)) : '';
    })
    .replace(/ +(?= |$)/g, '')
    .replace(/ of$/, '');
}

function counted(word: string, reach: Reach): string {
  if (reach === 'one') return `one ${word}`;
  return reach === 'some' ? `${word}s` : `every ${word}`;
}

function isPlace(name: string): boolean {
  return [each, numbered, sliced].includes(name);
}

/** The names that an argument says: `Game, Player` of `[Game, Player]`. */
function namesOf(value: Expression): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'chain':
      return value.steps.findLast(({ name }) => name && !isPlace(name))?.name ?? '';
    case 'list':
      return value.items.map(namesOf).filter(Boolean).join(', ');
    default:
      return '';
  }
}
