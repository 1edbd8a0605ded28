import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve as absolutePath } from 'node:path';
import { before, describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { reportResolution } from '../../../src/project/report';
import { resolve } from '../../../src/project/resolve';
import { preparePython } from '../../incidents/python';
import { skip } from '../../skip';
import { testReader } from '../project/testReader';
import { withFolder } from '../temporaryFolder';
import { comparisons, type Comparison } from './frameworks';

interface Place {
  readonly host: string | null;
  readonly port: number | null;
  /** Left out where the client is never told. */
  readonly database?: string | null;
}

type Environment = Readonly<Record<string, string>>;

describe('the real Python frameworks, asked where they would connect', () => {
  let python = '';

  before(async function () {
    this.timeout(600_000);
    if (process.platform === 'win32') skip(this, 'the recorder needs fork');
    const prepared = await preparePython(absolutePath(__dirname, 'requirements.txt'));
    if (prepared.kind === 'missing') skip(this, prepared.reason);
    python = prepared.python;
  });

  for (const comparison of comparisons) {
    const { framework, fixture, command, environments } = comparison;
    it(`agree with ours: ${framework}, ${fixture}, ${command}`, () =>
      withFolder(filesOf(fixture), async (cwd) => {
        const real = askFramework(python, cwd, comparison);
        const ours = await Promise.all(environments.map((env) => askOurs(cwd, command, env)));
        for (const [index, env] of environments.entries())
          assert.deepEqual(
            comparable(ours[index], real[index]),
            real[index],
            `with ${JSON.stringify(env)}`,
          );
      })).timeout(60_000);
  }

  it('are asked in six environments each, or more', () => {
    const counts = new Map<string, number>();
    for (const { framework, environments } of comparisons)
      counts.set(framework, (counts.get(framework) ?? 0) + environments.length);
    assert.deepEqual(
      [...counts.keys()],
      ['Flask', 'Django', 'SQLAlchemy', 'peewee', 'mongoengine'],
    );
    for (const [framework, count] of counts) assert.ok(count >= 6, framework);
  });
});

function filesOf(fixture: string): Record<string, string> {
  const path = absolutePath(__dirname, '../../fixtures/resolve', `${fixture}.json`);
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly files: Readonly<Record<string, string | readonly string[]>>;
  };
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => !name.startsWith('~/'))
      .map(([name, text]) => [name, typeof text === 'string' ? text : `${text.join('\n')}\n`]),
  );
}

/** The first place that the real framework would connect to, for each environment; `undefined` where there is none. */
function askFramework(
  python: string,
  cwd: string,
  { command, environments }: Comparison,
): (Place | undefined)[] {
  const argv = command.split(' ');
  const input = JSON.stringify(environments.map((env) => ({ argv, env })));
  const recorder = absolutePath(__dirname, 'recorder.py');
  const env = { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1' };
  const run = spawnSync(python, [recorder], { cwd, env, input, encoding: 'utf8', timeout: 60_000 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Place[])[0]);
}

async function askOurs(cwd: string, command: string, env: Environment): Promise<Place | undefined> {
  const settings = Object.entries(env).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const resolution = await resolve(testReader(), {
    cwd,
    root: cwd,
    home: '/nowhere',
    process: { settings },
    labels: [],
    developmentVariables: [],
    command,
  });
  const [first] = reportResolution(resolution, cwd).targets;
  return first && { host: first.host, port: first.port, database: first.database };
}

function comparable(ours: Place | undefined, real: Place | undefined): Place | undefined {
  if (!ours || !real || 'database' in real) return ours;
  return { host: ours.host, port: ours.port };
}
