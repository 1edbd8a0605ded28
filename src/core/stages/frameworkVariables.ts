import { isBelow } from '../version';
import { frameworks, type Framework, type FrameworkPackage } from './frameworks';

/** The packages of a project, as its lock files and manifests have them. */
export interface InstalledPackages {
  find(
    ecosystem: FrameworkPackage['ecosystem'],
    name: string,
  ): { readonly version?: string } | undefined;
}

const all: readonly Framework[] = Object.values(frameworks);

/** Whether the project has the framework in a version that knows its variables; `undefined` where no manifest tells. */
export function holds(
  { package: wanted }: Framework,
  packages: InstalledPackages | undefined,
): boolean | undefined {
  const found = wanted && packages?.find(wanted.ecosystem, wanted.name);
  if (!wanted || !found) return undefined;
  const { version } = found;
  return !(
    (wanted.since !== undefined && isBelowVersion(version, wanted.since)) ||
    (wanted.below !== undefined && version !== undefined && !isBelowVersion(version, wanted.below))
  );
}

function isBelowVersion(version: string | undefined, limit: string): boolean {
  const [major = 0, minor = 0] = limit.split('.').map(Number);
  return isBelow(version, major, minor);
}

/**
 * Variables by which a program chooses a section of its configuration: those of frameworks, but for versions that do not
 * know them, unless the project's own code reads them.
 */
export function selectorVariables(
  packages?: InstalledPackages,
  reads: ReadonlySet<string> = new Set(),
): readonly string[] {
  const names = new Set(all.flatMap(({ variables }) => variables));
  return [...names].filter((name) => {
    const known = all.filter(({ variables }) => variables.includes(name));
    const answers = known.map((framework) => holds(framework, packages));
    const isRefused = answers.includes(false) && !answers.includes(true);
    return reads.has(name) || !isRefused || known.some((framework) => !framework.package);
  });
}

/** Values of a variable that mean development to the frameworks that know it, those of the project before all others. */
export function developmentValues(name: string, packages?: InstalledPackages): readonly string[] {
  const known = all.filter(({ variables }) => variables.includes(name));
  const own = known.filter((framework) => holds(framework, packages));
  return [...new Set((own.length > 0 ? own : known).flatMap(({ development }) => development))];
}

/** The section that a framework takes: that of the first of its variables that is set and not empty, else its own. */
export function sectionOf(
  { variables, unset }: Framework & { readonly unset: string },
  get: (name: string) => string | undefined,
): string {
  return variables.map(get).find((value) => value) ?? unset;
}
