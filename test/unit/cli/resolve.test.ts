import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ResolutionReport } from '../../../src/project/report';
import { runCli } from './runCli';
import { withFolder } from '../temporaryFolder';

const production = 'DATABASE_URL=postgresql://keeper:s3cret@db-prod.example.com/scores\n';

describe('safety-catch resolve', () => {
  it('answers for a bare shell in the working folder, with where the answer was read', () =>
    withFolder({ '.env': `# settings\n${production}` }, (cwd) => {
      const { code, stdout, stderr } = runCli(['resolve', '--clean-env', '--json'], { cwd });
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      const [target] = (JSON.parse(stdout) as ResolutionReport).targets;
      assert.ok(target);
      const { reasons, ...rest } = target;
      assert.ok(reasons.length > 0);
      assert.deepEqual(rest, {
        system: 'postgresql',
        host: 'db-prod.example.com',
        port: 5432,
        database: 'scores',
        user: 'keeper',
        stage: 'production',
        origin: { kind: 'file', name: 'DATABASE_URL', file: '.env', line: 2 },
        overrides: [],
        via: null,
        standby: false,
      });
    }));

  it('lets the shell win over the file, and says what was overridden', () =>
    withFolder({ '.env': production }, (cwd) => {
      const local = 'DATABASE_URL=postgresql://localhost/scores';
      const { stdout } = runCli(['resolve', '--cwd', cwd, '--clean-env', '--env', local, '--json']);
      const [target] = (JSON.parse(stdout) as ResolutionReport).targets;
      assert.equal(target?.stage, 'development');
      assert.deepEqual(target.origin, {
        kind: 'shell',
        name: 'DATABASE_URL',
        file: null,
        line: null,
      });
      assert.deepEqual(target.overrides, [
        { kind: 'file', name: 'DATABASE_URL', file: '.env', line: 1 },
      ]);
    }));

  it('answers for a notebook, whose cells are run from top to bottom', () => {
    const source = ['import psycopg2\n', 'psycopg2.connect("postgresql://nb.example.com/scores")'];
    const cells = [{ cell_type: 'code', source }];
    return withFolder(
      { 'x.ipynb': JSON.stringify({ cells, metadata: {} }, undefined, 1) },
      (cwd) => {
        const { stdout } = runCli(['resolve', '--clean-env', '--json', '--notebook', 'x.ipynb'], {
          cwd,
        });
        const [target] = (JSON.parse(stdout) as ResolutionReport).targets;
        assert.equal(target?.host, 'nb.example.com');
      },
    );
  });

  it('starts from the inherited variables unless told otherwise', () =>
    withFolder({}, (cwd) => {
      const env = { DATABASE_URL: 'postgresql://localhost/scores' };
      const count = (args: readonly string[]): number =>
        (
          JSON.parse(
            runCli(['resolve', '--json', ...args], { cwd, env }).stdout,
          ) as ResolutionReport
        ).targets.length;
      assert.deepEqual([count([]), count(['--clean-env'])], [1, 0]);
    }));

  it('says it in words without --json', () =>
    withFolder({ '.env': production }, (cwd) => {
      const { stdout } = runCli(['resolve', '--clean-env'], { cwd });
      assert.match(stdout, /PRODUCTION/);
      assert.match(stdout, /scores/);
      assert.match(stdout, /\.env:1/);
      assert.doesNotMatch(stdout, /s3cret/);
    }));

  it('answers a batch line by line, in order, and goes on after a line that cannot be answered', () =>
    withFolder({ '.env': production }, (cwd) => {
      const lines = [
        JSON.stringify({ cwd, cleanEnv: true }),
        'not json',
        '[]',
        JSON.stringify({ cwd: 7 }),
        JSON.stringify({ cwd, env: { A: 1 } }),
        JSON.stringify({
          cwd,
          cleanEnv: true,
          env: { DATABASE_URL: 'postgresql://localhost/scores' },
        }),
      ];
      const { code, stdout } = runCli(['resolve', '--batch'], { input: lines.join('\n') });
      const answers = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Partial<ResolutionReport> & { error?: string });
      assert.equal(code, 0);
      assert.deepEqual(
        answers.map(({ targets, error }) => targets?.[0]?.stage ?? error),
        [
          'production',
          'The line is not JSON.',
          'The line is not a JSON object.',
          'cwd is not a string.',
          'env is not an object of strings.',
          'development',
        ],
      );
    }));

  it('answers for a task and for a launch configuration by name', () =>
    withFolder(
      {
        '.vscode/tasks.json':
          '{"tasks": [{"label": "reset", "command": "psql -h db-prod.example.com"}]}',
        '.vscode/launch.json':
          '{"configurations": [{"name": "app", "type": "node-terminal", "command": "psql -h a.example.com"}]}',
      },
      (cwd) => {
        const hostsOf = (...args: readonly string[]): unknown => {
          const { stdout } = runCli(['resolve', '--clean-env', '--json', ...args], { cwd });
          return (JSON.parse(stdout) as ResolutionReport).targets.map(({ host }) => host);
        };
        assert.deepEqual(hostsOf('--task', 'reset'), ['db-prod.example.com']);
        assert.deepEqual(hostsOf('--launch', 'app'), ['a.example.com']);
        const { code, stderr } = runCli(['resolve', '--task', 'none'], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /There is no task 'none'/);
      },
    ));

  for (const args of [
    ['resolve', '--task', 'a', '--', 'psql'],
    [],
    ['destroy'],
    ['resolve', '--nonsense'],
    ['resolve', '--env', 'novalue'],
  ])
    it(`exits with 2 and shows the usage for: safety-catch ${args.join(' ')}`, () => {
      const { code, stdout, stderr } = runCli(args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /Usage:/);
    });
});
