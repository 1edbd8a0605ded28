import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withLaunchEnvironment } from '../../../src/project/runs/launchEnvironment';
import { launchRun } from '../../../src/project/runs/launches';
import { taskRun } from '../../../src/project/runs/startedTasks';

const origin = { kind: 'task', name: 'reset', file: '/ws/.vscode/tasks.json', line: 7 } as const;
const launch = { kind: 'launch', name: 'App' } as const;

const startOf = (task: Parameters<typeof taskRun>[0]) => taskRun(task, origin).starts[0]!;
const launchOf = (configuration: object) => launchRun(configuration, launch).starts[0];

describe('a task that VS Code starts', () => {
  it('without a shell is its program with its arguments', () => {
    const start = startOf({
      process: 'python',
      args: ['reset.py', '--all'],
      options: { cwd: '/ws/api' },
    });
    assert.deepEqual(start.command, { kind: 'process', words: ['python', 'reset.py', '--all'] });
    assert.equal(start.cwd, '/ws/api');
    assert.ok(start.isInTerminal);
  });

  it('has the variables of its options, at the place of the task', () => {
    const { variables } = startOf({ process: 'x', args: [], options: { env: { FLASK_ENV: 'x' } } });
    assert.deepEqual(variables, [
      { name: 'FLASK_ENV', value: 'x', origin: { ...origin, name: 'FLASK_ENV' } },
    ]);
  });

  it('in a shell is its line, or its command with arguments that say how they are quoted', () => {
    assert.deepEqual(startOf({ commandLine: 'psql -h db', args: [] }).command, {
      kind: 'line',
      parts: [{ text: 'psql -h db' }],
    });
    const args = ['-c', { value: 'drop table x', quoting: 2 }, { value: 'y', quoting: 9 }];
    const options = { executable: 'ssh', shellArgs: ['web'] };
    assert.deepEqual(startOf({ command: 'psql', args, options }).command, {
      kind: 'line',
      parts: [
        { text: 'psql' },
        { text: '-c' },
        { text: 'drop table x', quoting: 'strong' },
        { text: 'y' },
      ],
      shell: ['ssh', 'web'],
    });
  });
});

describe('a debug configuration that is about to start', () => {
  it('is the program that its debugger starts, with its final variables', () => {
    const start = launchOf({
      type: 'pwa-node',
      request: 'launch',
      runtimeExecutable: '/usr/bin/node',
      program: '/ws/app.js',
      args: ['a'],
      cwd: '/ws',
      env: { DATABASE_URL: 'x', GONE: null, PORT: 80 },
      envFile: '/ws/.env.launch',
      console: 'internalConsole',
    })!;
    assert.deepEqual(start.command, {
      kind: 'process',
      words: ['/usr/bin/node', '/ws/app.js', 'a'],
    });
    assert.deepEqual(start.envFile, { path: '/ws/.env.launch', dialect: 'dotenv' });
    assert.deepEqual(
      start.variables.map(({ name, value, origin: place }) => [name, value, place]),
      [
        ['DATABASE_URL', 'x', { kind: 'launch', name: 'DATABASE_URL' }],
        ['GONE', null, { kind: 'launch', name: 'GONE' }],
        ['PORT', '80', { kind: 'launch', name: 'PORT' }],
      ],
    );
    assert.equal(start.isInTerminal, false);
  });

  it('of Python reads no env file but the one that it names: its debugger has read the others', () => {
    const start = launchOf({ type: 'debugpy', request: 'launch', program: 'app.py' })!;
    assert.equal(start.envFile, undefined);
  });

  it('starts nothing where the debugger goes to a program that runs', () => {
    assert.deepEqual(launchRun({ type: 'node', request: 'attach' }, launch).starts, []);
    assert.deepEqual(launchRun({}, launch).starts, []);
  });

  for (const [title, configuration, expected] of [
    ['env', { env: { A: '1', B: '2' } }, { env: { A: '1', B: 'x' } }],
    ['no env', {}, { env: { B: 'x' } }],
    ['a list of assignments', { env: ['A=1'] }, { env: ['A=1', 'B=x'] }],
    [
      'a list of names and values',
      { environment: [{ name: 'A', value: '1' }] },
      {
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: 'x' },
        ],
      },
    ],
  ] as const)
    it(`takes variables where it has ${title}`, () => {
      assert.deepEqual(withLaunchEnvironment(configuration, { B: 'x' }), expected);
    });
});
