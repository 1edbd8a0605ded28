import assert from 'node:assert/strict';
import { resolve as resolvePath } from 'node:path';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { hostOf } from '../../../src/core/targets/target';
import { resolveNamed } from '../../../src/project/resolveNamed';
import { diskFiles } from '../../../src/project/diskFiles';
import { stageOf, type Resolution } from '../../../src/project/resolution';
import { findNamed, type RunName } from '../../../src/project/runs/findNamed';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

const tasks = `{
  // The team's tasks
  "version": "2.0.0",
  "options": { "env": { "PGPORT": "6000" } },
  "tasks": [
    { "label": "plain", "command": "psql -h db-prod.example.com" },
    { "label": "args", "type": "shell", "command": "psql", "args": ["-h", "a.example.com", "-c", "drop table x",
      { "value": "-dscores", "quoting": "strong" }] },
    { "label": "process", "type": "process", "command": "psql", "args": ["-h", "a.example.com"] },
    { "label": "env", "command": "psql", "options": { "cwd": "api", "env": {
      "PGHOST": "\${env:OUTSIDE}",
      "PGPORT": null } } },
    { "label": "removed", "command": "psql", "options": { "env": { "PGHOST": null } } },
    { "label": "system", "command": "psql -h other.example.com", "linux": { "command": "psql -h linux.example.com" },
      "osx": { "command": "psql -h osx.example.com" } },
    { "label": "input", "command": "psql -h \${input:host}" },
    { "label": "inputQuoted", "command": "psql -h '\${input:host}'" },
    { "label": "inputElsewhere", "command": "psql -h a.example.com -c '\${input:sql}'" },
    { "label": "inputProcess", "type": "process", "command": "psql", "args": ["-h", "\${input:host}"] },
    { "label": "inputEnv", "command": "psql", "options": { "env": { "PGHOST": "\${input:host}" } } },
    { "label": "config", "command": "psql -h \${config:app.host}" },
    { "type": "npm", "script": "reset", "path": "api/" },
    { "label": "compound", "dependsOn": ["plain", "args"], "dependsOrder": "sequence" },
    { "label": "cycle", "command": "psql -h a.example.com", "dependsOn": "cycle2" },
    { "label": "cycle2", "command": "psql -h b.example.com", "dependsOn": "cycle" },
    { "label": "strange", "type": "docker-run" },
    { "label": "remoteShell", "command": "psql", "options": {
      "shell": { "executable": "ssh", "args": ["web.example.com"] } } },
    { "label": "workspace", "command": "sqlite3 \${workspaceFolder}/x.db" },
    { "label": "terminal", "command": "mysql -u me" },
  ],
}`;

const launch = `{
  "configurations": [
    { "name": "node", "type": "node", "request": "launch", "program": "\${workspaceFolder}/app.js",
      "envFile": "\${workspaceFolder}/.env.launch" },
    { "name": "node env", "type": "node", "request": "launch", "program": "app.js",
      "envFile": "\${workspaceFolder}/.env.launch", "env": { "DATABASE_URL": "postgresql://env.example.com/x" } },
    { "name": "node npm", "type": "node", "request": "launch", "runtimeExecutable": "npm",
      "runtimeArgs": ["run", "reset"], "cwd": "\${workspaceFolder}/api" },
    { "name": "node removed", "type": "node", "request": "launch", "program": "none.js", "cwd": "/ws/empty",
      "env": { "DATABASE_URL": null } },
    { "name": "python", "type": "debugpy", "request": "launch", "program": "app.py" },
    { "name": "python env", "type": "python", "request": "launch", "program": "app.py",
      "env": { "DATABASE_URL": "postgresql://env.example.com/x" } },
    { "name": "python file", "type": "debugpy", "request": "launch", "program": "\${file}",
      "envFile": "\${workspaceFolder}/.env.launch" },
    { "name": "attach", "type": "debugpy", "request": "attach" },
    { "name": "before", "type": "chrome", "request": "launch", "preLaunchTask": "plain" },
    { "name": "terminal", "type": "node-terminal", "request": "launch", "command": "psql -h a.example.com" },
    { "name": "other", "type": "lldb", "request": "launch", "program": "\${workspaceFolder}/reset.sh",
      "args": "a b", "linux": { "env": { "PGHOST": "linux.example.com" } } },
  ],
  "compounds": [{ "name": "both", "configurations": ["terminal", "node env"], "preLaunchTask": "plain" }]
}`;

const files = {
  '/ws/.vscode/tasks.json': tasks,
  '/ws/.vscode/launch.json': launch,
  '/ws/.vscode/settings.json': JSON.stringify({
    'terminal.integrated.env.linux': { MYSQL_HOST: 'settings.example.com' },
  }),
  '/ws/.env': 'DATABASE_URL=postgresql://dotenv.example.com/x\n',
  '/ws/.env.launch': 'DATABASE_URL=postgresql://launch.example.com/x\n',
  '/ws/app.py': 'import os, psycopg2\npsycopg2.connect(os.environ["DATABASE_URL"])\n',
  '/ws/app.js': '',
  '/ws/reset.sh': 'psql\n',
  '/ws/api/package.json': '{ "scripts": { "reset": "psql -h api.example.com" } }',
  '/broken/.vscode/tasks.json':
    '{ "tasks": [{ "label": "a", "command": "psql -h a.example.com" }, { ]',
};

async function resolveName(named: RunName, root = '/ws'): Promise<Resolution> {
  const { run, problems } = await findNamed(memoryFiles(files), root, named);
  assert.ok(run, `${named.name} is not there`);
  const outside = { OUTSIDE: 'outside.example.com', PGHOST: 'shell.example.com' };
  const settings = Object.entries({
    ...outside,
    DATABASE_URL: 'postgresql://shell.example.com/x',
  }).map(([name, value]) => new Setting(name, value, { kind: 'shell', name }));
  const request = { cwd: root, root, home: '/home/me', labels: [], developmentVariables: [] };
  const reader = testReader(memoryFiles(files));
  const resolution = await resolveNamed(reader, { ...request, process: { settings } }, run);
  return { ...resolution, problems: [...problems, ...resolution.problems] };
}

/** Host, port where it is not the usual one, and the place that decides. */
function shown({ targets }: Resolution): string[] {
  return targets
    .filter(({ target }) => !target.standby)
    .map(({ target }) => {
      const { kind, name, file, line } = target.origin;
      const place = file === undefined ? kind : `${kind} ${file.replace(/^\/ws\//, '')}:${line}`;
      return `${hostOf(target) ?? '?'} by ${name} (${place})`;
    });
}

type Case = readonly [name: string, hosts: readonly string[]];

const taskCases: readonly Case[] = [
  ['plain', ['db-prod.example.com by psql (task .vscode/tasks.json:6)']],
  ['args', ['a.example.com by psql (task .vscode/tasks.json:7)']],
  ['process', ['a.example.com by psql (task .vscode/tasks.json:9)']],
  ['env', ['outside.example.com by PGHOST (task .vscode/tasks.json:11)']],
  ['removed', ['/var/run/postgresql by PGPORT (task .vscode/tasks.json:4)']],
  ['system', ['linux.example.com by psql (task .vscode/tasks.json:14)']],
  ['input', ['? by psql (task .vscode/tasks.json:16)']],
  ['inputQuoted', ['? by psql (task .vscode/tasks.json:17)']],
  ['inputElsewhere', ['a.example.com by psql (task .vscode/tasks.json:18)']],
  ['inputProcess', ['? by psql (task .vscode/tasks.json:19)']],
  ['config', ['? by psql (task .vscode/tasks.json:21)']],
  ['npm: reset - api', ['api.example.com by psql (file api/package.json:1)']],
  [
    'compound',
    [
      'db-prod.example.com by psql (task .vscode/tasks.json:6)',
      'a.example.com by psql (task .vscode/tasks.json:7)',
    ],
  ],
  [
    'cycle',
    [
      'b.example.com by psql (task .vscode/tasks.json:25)',
      'a.example.com by psql (task .vscode/tasks.json:24)',
    ],
  ],
  ['strange', ['? by strange (task .vscode/tasks.json:26)']],
  ['workspace', ['/ws/x.db by sqlite3 (task .vscode/tasks.json:29)']],
];

const launchCases: readonly Case[] = [
  ['node', ['launch.example.com by DATABASE_URL (file .env.launch:1)']],
  ['node env', ['env.example.com by DATABASE_URL (launch .vscode/launch.json:6)']],
  ['node npm', ['api.example.com by psql (file api/package.json:1)']],
  ['python', ['dotenv.example.com by DATABASE_URL (file .env:1)']],
  ['python env', ['env.example.com by DATABASE_URL (launch .vscode/launch.json:13)']],
  ['attach', []],
  ['before', ['db-prod.example.com by psql (task .vscode/tasks.json:6)']],
  ['terminal', ['a.example.com by psql (launch .vscode/launch.json:18)']],
  ['other', ['linux.example.com by PGHOST (launch .vscode/launch.json:20)']],
];

describe('a task', () => {
  for (const [name, hosts] of taskCases)
    it(`is resolved: ${name}`, async () =>
      assert.deepEqual(shown(await resolveName({ kind: 'task', name })), hosts));

  it('is never green where a variable is only known when it starts', async () => {
    const { targets } = await resolveName({ kind: 'task', name: 'inputEnv' });
    assert.deepEqual(
      targets.map(({ stage }) => stage),
      ['unknown'],
    );
  });

  it('is elsewhere where its shell is', async () => {
    const { targets } = await resolveName({ kind: 'task', name: 'remoteShell' });
    assert.deepEqual(
      targets.map(({ stage, target }) => [stage, target.via]),
      [['unknown', 'ssh to web.example.com']],
    );
  });

  it('is read as far as a broken file goes, which is told', async () => {
    const { targets, problems } = await resolveName({ kind: 'task', name: 'a' }, '/broken');
    assert.equal(targets.length, 1);
    assert.deepEqual(problems, [
      { file: '/broken/.vscode/tasks.json', line: 1, message: 'is not valid JSON' },
    ]);
  });
});

describe('a launch configuration', () => {
  for (const [name, hosts] of launchCases)
    it(`is resolved: ${name}`, async () =>
      assert.deepEqual(shown(await resolveName({ kind: 'launch', name })), hosts));

  it('starts all members of a compound', async () => {
    assert.deepEqual(shown(await resolveName({ kind: 'launch', name: 'both' })), [
      'db-prod.example.com by psql (task .vscode/tasks.json:6)',
      'a.example.com by psql (launch .vscode/launch.json:18)',
      'env.example.com by DATABASE_URL (launch .vscode/launch.json:6)',
    ]);
  });

  it('does not see a variable that it removes', async () =>
    assert.deepEqual(shown(await resolveName({ kind: 'launch', name: 'node removed' })), [
      'shell.example.com by PGHOST (shell)',
    ]));

  it('gives the env file to a program that is only known when it starts', async () => {
    const { targets } = await resolveName({ kind: 'launch', name: 'python file' });
    assert.equal(targets[0] && hostOf(targets[0].target), 'launch.example.com');
  });
});

describe('the workspace of keepthescore', () => {
  const root = resolvePath('test/incidents/keepthescore/workspace');
  const cases: readonly (readonly [RunName, stage: string, missing: readonly string[]])[] = [
    [{ kind: 'task', name: 'Reset the database' }, 'production', ['FLASK_ENV']],
    [{ kind: 'task', name: 'Serve' }, 'development', []],
    [{ kind: 'launch', name: 'Create the database' }, 'development', []],
    [{ kind: 'launch', name: 'Scoreboards' }, 'development', []],
  ];
  for (const [named, stage, missing] of cases)
    it(`reaches ${stage} by the ${named.kind} “${named.name}”`, async () => {
      const { run } = await findNamed(diskFiles, root, named);
      assert.ok(run);
      const place = { cwd: root, root, home: '/home/me', labels: [], developmentVariables: [] };
      const request = { ...place, process: { settings: [] } };
      const resolution = await resolveNamed(testReader(), request, run);
      assert.equal(stageOf(resolution), stage);
      assert.deepEqual(
        resolution.missing.map(({ name }) => name),
        missing,
      );
    });
});
