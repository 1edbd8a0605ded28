import type { Origin } from '../../core/environment/setting';
import type { CodeFinding, FindingBinding } from '../../core/findings/codeFinding';
import { worstStage } from '../../core/stages/stage';
import type { DatabaseSystem } from '../../core/targets/target';
import type { Binding } from '../evaluation/models/modelLibrary';
import type { AssessedTarget } from '../resolution';
import type { FileRuns } from './fileRuns';

export type PickedTarget =
  | {
      readonly kind: 'target';
      readonly target: AssessedTarget;
      /** The call that connects it, where the model or the client of the finding is bound to that. */
      readonly boundBy?: Origin;
    }
  /** It is known which call connects it, but not where to. */
  | { readonly kind: 'unresolved'; readonly boundBy: Origin }
  | { readonly kind: 'none' };

/** What statements in SQL may be for, where their library does not say it. */
const relational: readonly DatabaseSystem[] = [
  'postgresql',
  'mysql',
  'sqlite',
  'sqlserver',
  'oracle',
  'clickhouse',
];

/** The database that a finding would hit: that of its model or its client, else the one that needs most care. */
export function pickTarget({ binding, system }: CodeFinding, runs: FileRuns): PickedTarget {
  const all = [...runs.own, ...runs.project];
  const { calls, alias } = connectionsOf(binding, runs);
  const [call] = calls;
  const ofAlias = alias === undefined ? all : all.filter(({ target }) => target.alias === alias);
  const named = ofAlias.length > 0 ? ofAlias : all;
  if (call) {
    const bound = named.filter(({ target }) => calls.some((own) => isSameCall(target.call, own)));
    const target = worst(bound);
    return target
      ? { kind: 'target', target, boundBy: target.target.call ?? call }
      : { kind: 'unresolved', boundBy: call };
  }
  const target = worst(alias === undefined ? [] : ofAlias) ?? worst(usual(system, runs));
  return target ? { kind: 'target', target } : { kind: 'none' };
}

function connectionsOf(binding: FindingBinding | undefined, runs: FileRuns): Binding {
  if (binding?.kind === 'model')
    return (
      runs.models.find(
        ({ model, origin }) => model === binding.name && origin.file === binding.file,
      ) ?? { calls: [] }
    );
  const isKnown = [...runs.own, ...runs.project].some(({ target: { call } }) =>
    isSameCall(call, binding),
  );
  return { calls: binding && isKnown ? [{ ...binding, kind: 'code', name: '' }] : [] };
}

/** What the file's own code connects to, as the rest of its project would too; else what its project uses. */
function usual(
  system: DatabaseSystem | undefined,
  { own, project }: FileRuns,
): readonly AssessedTarget[] {
  const known = fitting(own, system).filter(({ target }) => target.unresolved === undefined);
  if (known.length === 0) return [...fitting(project, system), ...fitting(own, system)];
  const shared = project.filter(({ target: { call } }) =>
    known.some(({ target }) => isSameCall(target.call, call)),
  );
  return [...known, ...shared];
}

function fitting(
  targets: readonly AssessedTarget[],
  system: DatabaseSystem | undefined,
): readonly AssessedTarget[] {
  const used = targets.filter(({ target }) => !target.standby);
  if (system) return used.filter(({ target }) => [system, 'unknown'].includes(target.system));
  const inSql = used.filter(({ target }) => relational.includes(target.system));
  return inSql.length > 0 ? inSql : used;
}

function worst(targets: readonly AssessedTarget[]): AssessedTarget | undefined {
  const stage = worstStage(targets.map((one) => one.stage));
  return targets.find((one) => one.stage === stage);
}

type Place = Pick<Origin, 'file' | 'line'>;

function isSameCall(a: Place | undefined, b: Place | undefined): boolean {
  return a?.file !== undefined && a.file === b?.file && a.line === b.line;
}
