import { Environment } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import type { Operation } from '../../core/operations/operation';
import { CodeAnalyser, type ProgramFinding } from '../analysis/codeAnalyser';
import type { Reader, ResolveRequest } from '../request';
import { argvOf, type Run } from '../runs/run';
import { findEntry } from '../tools/programStart';
import { startOf } from '../tools/startOf';

/** What the project's own code that a run starts comes to, across its files. Runs nothing. */
export async function readProgram(
  { files, trees, code }: Reader,
  { cwd, root }: Pick<ResolveRequest, 'cwd' | 'root'>,
  run: Run,
): Promise<readonly Operation[]> {
  const argv = argvOf(run);
  const start = startOf(argv);
  if (!start || run.elsewhere) return [];
  const environment = new Environment([run.process]);
  const variable = (name: string): string | undefined => environment.get(name);
  const context = { files, cwd: run.cwd ?? cwd, root, variable };
  const entry = await findEntry(files, await start.entries(context));
  if (!entry) return [];
  const found = await new CodeAnalyser(files, trees, root, code).reached(entry.entry);
  return found.filter(({ finding }) => finding.confidence !== 'possible').map(operationOf);
}

function operationOf({ finding, file, path }: ProgramFinding): Operation {
  const { kind, reach, subject, rule, takesAll, range, api } = finding;
  const [first] = path;
  return {
    kind,
    reach,
    subject,
    rule,
    ...(takesAll ? { takesAll } : {}),
    origin: codeOrigin(api, file, range.line),
    ...(first ? { calledFrom: codeOrigin(api, first.file, first.line) } : {}),
  };
}

function codeOrigin(name: string, file: string, line: number): Origin {
  return { kind: 'code', name, file, line };
}
