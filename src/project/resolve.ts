import { basename, dirname } from 'node:path';
import type { Environment, Layer } from '../core/environment/environment';
import type { Problem } from '../core/environment/setting';
import { assess } from '../core/stages/assess';
import type { Label } from '../core/stages/labels';
import { grammars } from '../core/targets/grammars';
import { hostOf, portOf, type Target } from '../core/targets/target';
import { findTargets } from '../core/targets/variableGroups';
import { readClientFiles } from './clientFiles';
import { orderGrammars } from './clients';
import type { Files } from './files';
import { chooseLoaders } from './loaders';
import { readPackages, type Packages } from './packages';
import type { AssessedTarget, Resolution } from './resolution';

export interface ResolveRequest {
  /** Working folder of the run, absolute. */
  readonly cwd: string;
  /** The workspace folder: manifests are not looked for above it. */
  readonly root: string;
  /** The variables that the run starts with. */
  readonly process: Layer;
  readonly labels: readonly Label[];
  /** The user's home folder, where database clients keep files of their own. */
  readonly home: string;
}

/** Answers what a program started in `cwd` would read, and so which databases it would reach. */
export async function resolve(files: Files, request: ResolveRequest): Promise<Resolution> {
  const packages = await readPackages(files, request.cwd, request.root);
  const readings = await Promise.all(
    chooseLoaders(packages).map(async ({ loader, options }) => {
      const environment = await loader.load({ ...request, files, options });
      return {
        loader,
        environment,
        targets: await targetsOf(files, request, packages, environment),
      };
    }),
  );
  const targets = unite(readings.flatMap((reading) => reading.targets));
  const problems = readings.flatMap(({ environment }) => environment.problems());
  return {
    targets: targets.length > 0 ? targets : inDoubt(problems),
    missing: [],
    problems: uniqueProblems([...packages.problems, ...problems]),
    readBy: [...new Set(readings.map(({ loader }) => loader.title))],
  };
}

async function targetsOf(
  files: Files,
  { cwd, home, labels }: ResolveRequest,
  packages: Packages,
  environment: Environment,
): Promise<AssessedTarget[]> {
  const readFile = await readClientFiles(files, environment, home);
  const found = findTargets(
    environment,
    { readFile, home, cwd },
    orderGrammars(grammars, packages),
  );
  return found.map((target) => ({ target, ...assess(target, { labels, environment }) }));
}

/** The same database found by several plausible loaders counts once; standby targets go last. */
function unite(targets: readonly AssessedTarget[]): AssessedTarget[] {
  const byIdentity = new Map<string, AssessedTarget>();
  for (const assessed of targets) {
    const key = identityOf(assessed.target);
    if (!byIdentity.has(key)) byIdentity.set(key, assessed);
  }
  return [...byIdentity.values()].sort(
    (a, b) => Number(a.target.standby) - Number(b.target.standby),
  );
}

function identityOf(target: Target): string {
  const { system, database, user, origin } = target;
  return JSON.stringify([system, hostOf(target), portOf(target), database, user, origin]);
}

/** Where a file that decides cannot be read, "no database" would be a guess: the answer is an unknown one. */
function inDoubt(problems: readonly Problem[]): AssessedTarget[] {
  const [problem] = problems;
  if (!problem) return [];
  const { file, line, message } = problem;
  const unresolved = `${basename(dirname(file))}/${basename(file)} ${message}`;
  const origin = { kind: 'file', name: basename(file), file, ...(line ? { line } : {}) } as const;
  return [
    {
      target: {
        system: 'unknown',
        endpoints: [],
        unresolved,
        origin,
        overrides: [],
        doubts: problems,
        standby: false,
      },
      stage: 'unknown',
      reasons: [
        { rule: 'unreadable-file', text: `It may name a database, but ${unresolved}.`, origin },
      ],
    },
  ];
}

function uniqueProblems(problems: readonly Problem[]): Problem[] {
  const key = ({ file, line, message }: Problem): string => `${file}:${line}:${message}`;
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
