import type { Endpoint, Target } from '../targets/target';
import { placeOf } from './place';
import { decidingRules, raisingRules } from './rules';
import { worstStage, type Verdict } from './stage';
import type { StageFacts, StageRule } from './stageRule';

/** Says which stage a target has, and why. Of several hosts, the one that needs most care gives the stage. */
export function assess(target: Target, facts: Omit<StageFacts, 'target' | 'place'>): Verdict {
  const { endpoints } = target;
  const members: readonly (Endpoint | undefined)[] = endpoints.length > 0 ? endpoints : [undefined];
  const verdicts = members.map((endpoint) =>
    assessMember({
      target: { ...target, endpoints: endpoint ? [endpoint] : [] },
      place: placeOf(endpoint, target.via),
      ...facts,
    }),
  );
  const worst = worstStage(verdicts.map(({ stage }) => stage));
  return verdicts.find(({ stage }) => stage === worst)!;
}

function assessMember(facts: StageFacts): Verdict {
  let verdict = firstVerdict(facts);
  for (const rule of raisingRules) {
    const raised = apply(rule, facts);
    if (raised && raised.stage !== verdict.stage && isWorse(raised, verdict))
      verdict = { stage: raised.stage, reasons: [...raised.reasons, ...verdict.reasons] };
  }
  return verdict;
}

function firstVerdict(facts: StageFacts): Verdict {
  for (const rule of decidingRules) {
    const verdict = apply(rule, facts);
    if (verdict) return verdict;
  }
  throw new Error('The last rule must apply to every target.');
}

function apply(rule: StageRule, facts: StageFacts): Verdict | undefined {
  const finding = rule.assess(facts);
  return (
    finding && {
      stage: finding.stage,
      reasons: finding.reasons.map((reason) => ({ rule: rule.id, ...reason })),
    }
  );
}

function isWorse(a: Verdict, b: Verdict): boolean {
  return worstStage([a.stage, b.stage]) === a.stage;
}
