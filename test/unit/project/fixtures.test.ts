import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve as absolutePath } from 'node:path';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { reportResolution, type ResolutionReport } from '../../../src/project/report';
import type { Resolution } from '../../../src/project/resolution';
import { resolve } from '../../../src/project/resolve';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

/** A workspace and what `resolve` must answer for it. What a case does not say is not compared. */
interface Fixture {
  readonly why: string;
  /** By path: relative to the workspace, in the home folder (`~/.pgpass`), or absolute. A list is one line each. */
  readonly files: Readonly<Record<string, string | readonly string[]>>;
  readonly cases: readonly Case[];
}

interface Case {
  readonly why?: string;
  /** Without it the answer is for a bare shell. */
  readonly command?: string;
  /** The folder of the command, where it is not the workspace. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly expect: Expected;
}

interface Expected {
  /** Of the first target. */
  readonly system?: string;
  readonly host?: string | null;
  readonly port?: number | null;
  readonly database?: string | null;
  readonly user?: string | null;
  readonly stage?: string;
  readonly origin?: Readonly<Record<string, string | number | null>>;
  readonly unresolved?: boolean;
  /** How many targets the run would use. */
  readonly targets?: number;
  /** Their hosts, in order. */
  readonly hosts?: readonly (string | null)[];
  /** Every variable that is missing, with the values that lead to development. */
  readonly missing?: Readonly<Record<string, readonly string[]>>;
}

const root = '/ws';
const home = '/home/me';
const folder = absolutePath(__dirname, '../../fixtures/resolve');

describe('the fixture workspaces', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it('are at least forty', () => assert.ok(names.length >= 40, String(names.length)));

  for (const name of names) {
    const fixture = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Fixture;
    describe(`${name.slice(0, -5)}: ${fixture.why}`, () => {
      for (const given of fixture.cases) it(titleOf(given), () => expectAnswer(fixture, given));
    });
  }
});

function titleOf({ why, command, cwd, env = {} }: Case): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const place = cwd === undefined ? '' : ` in ${cwd}`;
  const run = `${[...variables, command ?? 'a bare shell'].join(' ')}${place}`;
  return why === undefined ? `answers ${run}` : `${run}: ${why}`;
}

async function expectAnswer(
  { files }: Fixture,
  { command, cwd = '.', env = {}, expect }: Case,
): Promise<void> {
  const folderOfRun = join(root, cwd);
  const settings = Object.entries(env).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const resolution = await resolve(testReader(memoryFiles(placed(files))), {
    cwd: folderOfRun,
    root,
    home,
    process: { settings },
    labels: [],
    developmentVariables: [],
    ...(command === undefined ? {} : { command }),
  });
  const actual = answerOf(resolution, reportResolution(resolution, root));
  assert.deepEqual(pick(actual, expect), expect, JSON.stringify(actual, null, 1));
}

function placed(files: Fixture['files']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path.startsWith('~/') ? join(home, path.slice(2)) : absolutePath(root, path),
      typeof text === 'string' ? text : `${text.join('\n')}\n`,
    ]),
  );
}

function answerOf(resolution: Resolution, report: ResolutionReport): Required<Expected> {
  const used = report.targets.filter(({ standby }) => !standby);
  const [first] = report.targets;
  const { name = null, kind = null, file = null, line = null } = first?.origin ?? {};
  return {
    system: first?.system ?? 'none',
    host: first?.host ?? null,
    port: first?.port ?? null,
    database: first?.database ?? null,
    user: first?.user ?? null,
    stage: first?.stage ?? 'none',
    origin: { kind, name, file, line },
    unresolved: resolution.targets[0]?.target.unresolved !== undefined,
    targets: used.length,
    hosts: used.map(({ host }) => host),
    missing: Object.fromEntries(report.missing.map(({ name: of, expected }) => [of, expected])),
  };
}

/** Only what the case says something of. */
function pick(actual: Required<Expected>, expect: Expected): Partial<Expected> {
  const said = Object.keys(expect).map((key) => [key, actual[key as keyof Expected]]);
  const origin = Object.keys(expect.origin ?? {}).map((key) => [key, actual.origin[key]]);
  return {
    ...(Object.fromEntries(said) as Partial<Expected>),
    ...(expect.origin ? { origin: Object.fromEntries(origin) as Expected['origin'] } : {}),
  };
}
