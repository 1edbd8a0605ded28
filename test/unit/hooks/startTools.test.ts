import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { argvOf } from '../../../src/project/runs/run';
import { readRuns } from '../../../src/project/runs/readRuns';
import { diskFiles } from '../../../src/project/diskFiles';
import { testTrees } from '../syntax/testTrees';
import { needsShell } from './inShell';
import { inPlace, type StartPlace } from './startPlace';

/** Says how it was started. */
const told = '#!/bin/sh\nprintf "%s\\0" "$@" >told; printf "%s" "$$ $PATH" >self; cat; exit 7\n';
/** cqlsh stands for a tool that no machine has elsewhere. */
const programs = { psql: told, kubectl: told, cqlsh: told };

const toldArguments = ({ folder }: StartPlace): string[] =>
  readFileSync(join(folder, 'told'), 'utf8').split('\0').slice(0, -1);

const wasStarted = ({ folder }: StartPlace): boolean => existsSync(join(folder, 'told'));

/** What bash, and the editor, understand of a line. */
async function wordsOf(place: StartPlace, line: string): Promise<[string[], string[]]> {
  const { output } = await place.run('bash', ['-pc', `set -- ${line}; printf '%s\\0' "$@"`]);
  const { folder: cwd } = place;
  const request = { files: diskFiles, trees: testTrees, cwd, root: cwd, home: cwd, settings: [] };
  const [run] = await readRuns({ ...request, command: line });
  return [output.split('\0').slice(0, -1), argvOf(run!)];
}

const argumentLists: readonly (readonly string[])[] = [
  ['-c', 'DROP TABLE games'],
  ['-c', "delete from games where name = 'it''s' -- \\ $HOME `id` !x"],
  ['-c', 'two\nlines\tand a tab', '', ' ', '*', '~', '#', '{a,b}', 'a=b', '-'],
  ['-c', 'ünï ☃ "double" \\" \\\\', '--set=x=y z', ';', '&&', '<', '|', '(', '$(id)'],
];

describe('a tool behind its stand-in', () => {
  before(function () {
    needsShell(this, 'bash');
  });

  for (const args of argumentLists)
    it(`is asked about in a line that means just ${JSON.stringify(args)}`, () =>
      inPlace({ programs, env: { PGHOST: 'db.example.com' } }, async (place) => {
        const { status } = await place.run('psql', args);
        assert.equal(status, 7);
        assert.deepEqual(toldArguments(place), args);
        const [ask, ...others] = place.asks;
        assert.deepEqual(others, []);
        assert.deepEqual([ask!.kind, ask!.shell, ask!.cwd], ['tool', 'psql', place.folder]);
        assert.equal(ask!.variables.get('PGHOST'), 'db.example.com');
        const words = ['psql', ...args];
        assert.deepEqual(await wordsOf(place, ask!.line), [words, words]);
      }));

  it('does not start where it is refused, with status 126', () =>
    inPlace({ programs }, async (place) => {
      place.refuse();
      const { status, output } = await place.run('psql', ['-c', 'drop table games']);
      assert.deepEqual([status, output], [126, '<refused>\n']);
      assert.ok(!wasStarted(place));
    }));

  it('starts with the variables that make it safe', () =>
    inPlace({ programs: { psql: '#!/bin/sh\necho $PGHOST\n' } }, async (place) => {
      place.fix({ PGHOST: 'localhost' });
      const { output } = await place.run('psql', ['-c', 'drop table games']);
      assert.equal(output, 'localhost\n');
    }));

  for (const [name, ...args] of [
    ['psql', '--version'],
    ['psql', '--help'],
    ['kubectl', 'get', 'pods', '-o', 'wide'],
  ] as const)
    it(`is started at once where there is nothing to say: ${name} ${args.join(' ')}`, () =>
      inPlace({ programs }, async (place) => {
        assert.equal((await place.run(name, args)).status, 7);
        assert.deepEqual(place.asks, []);
      }));

  it('is asked about where a word of its catalogue entry is there', () =>
    inPlace({ programs }, async (place) => {
      await place.run('kubectl', ['--context', 'prod', 'delete', 'pvc', 'data']);
      assert.equal(place.asks[0]!.line, 'kubectl --context prod delete pvc data');
    }));

  it('is asked about with the file that it reads', function () {
    return inPlace({ programs, files: { "it's.sql": 'drop table games;\n' } }, async (place) => {
      const { output } = await place.run('sh', ['-c', `psql -h db <"it's.sql"`]);
      assert.equal(output, 'drop table games;\n');
      const expected =
        process.platform === 'linux'
          ? `psql -h db <'${place.folder}/it'\\''s.sql'`
          : 'cat | psql -h db';
      assert.equal(place.asks[0]!.line, expected);
    });
  });

  it('gets all of its input, of which the editor learns that it is there', () =>
    inPlace({ programs }, async (place) => {
      const input = 'drop table games;\n'.repeat(10_000);
      const { output } = await place.run('sh', ['-c', 'psql -h db | wc -c'], { input });
      assert.equal(Number(output), input.length);
      assert.equal(place.asks[0]!.line, 'cat | psql -h db');
    }));

  it('is the process that was started, with the PATH that it would have', () =>
    inPlace({ programs }, async (place) => {
      const { output } = await place.run('sh', [
        '-c',
        'psql -c x </dev/null & echo $!; wait $!; echo $?',
      ]);
      const [processId, path] = readFileSync(join(place.folder, 'self'), 'utf8').split(' ');
      assert.match(output, new RegExp(`^${processId}\\n7\\n$`));
      assert.equal(path, place.env['PATH']!.replace(`${place.standIns.toolsFolder}:`, ''));
    }));

  it('dies of the signals that are sent to it', () =>
    inPlace({ programs: { psql: '#!/bin/sh\nkill -INT $$\nsleep 5\n' } }, async (place) => {
      const { status } = await place.run('psql', ['-c', 'x']);
      assert.equal(status, null);
    }));

  it('tells which terminal it is of', () =>
    inPlace({ programs }, async (place) => {
      await place.run('psql', ['-c', 'x'], { env: { SAFETY_CATCH_TERMINAL: '4321' } });
      assert.equal(place.asks[0]!.processId, 4321);
    }));

  it('runs where the editor is gone, and where its folder is', () =>
    inPlace({ programs }, async (place) => {
      place.listener.die();
      assert.equal((await place.run('psql', ['-c', 'x'])).status, 7);
      rmSync(place.listener.channelFile);
      assert.equal((await place.run('psql', ['-c', 'x'])).status, 7);
      place.standIns.dispose();
      assert.ok(!existsSync(place.standIns.toolsFolder));
      assert.equal((await place.run('psql', ['-c', 'x'])).status, 7);
    }));

  it('is said to be missing in the words of a shell once it is gone', () =>
    inPlace({ programs }, async (place) => {
      rmSync(join(place.folder, 'bin', 'cqlsh'));
      const PATH = `${place.standIns.toolsFolder}:/nowhere:/usr/bin:/bin`;
      const { status, output } = await place.run('cqlsh', ['-e', 'x'], {
        env: { PATH },
      });
      assert.deepEqual([status, output], [127, 'cqlsh: command not found\n']);
      assert.deepEqual(place.asks, []);
    }));

  it('has no stand-in where it is not installed', () =>
    inPlace({ programs }, async (place) => {
      assert.ok(existsSync(join(place.standIns.toolsFolder, 'cqlsh')));
      assert.ok(!existsSync(join(place.standIns.toolsFolder, 'mongosh')));
    }));

  it('is found in the working folder by an empty entry of PATH', () =>
    inPlace({ programs }, async (place) => {
      for (const rest of [':/usr/bin:/bin', '/usr/bin::/bin', '/usr/bin:/bin:']) {
        const PATH = `${place.standIns.toolsFolder}:${rest}`;
        const { status } = await place.run('cqlsh', ['-e', 'x'], { env: { PATH }, cwd: 'bin' });
        assert.equal(status, 7, rest);
        assert.ok(readFileSync(join(place.folder, 'bin/self'), 'utf8').endsWith(` ${rest}`));
      }
    }));

  it('comes once where it starts itself by its name, as version managers do', () => {
    const wrapper = '#!/bin/sh\nPATH=${PATH#*/bin:}\nexec psql "$@"\n';
    return inPlace({ programs: { psql: wrapper } }, async (place) => {
      const real = join(place.folder, 'real');
      await place.run('sh', [
        '-c',
        `mkdir real && printf '${'#!/bin/sh\\necho real\\n'}' >real/psql && chmod +x real/psql`,
      ]);
      const PATH = place.env['PATH']!.replace('/bin:', `/bin:${real}:`);
      const { output } = await place.run('psql', ['-c', 'x'], { env: { PATH } });
      assert.equal(output, 'real\n');
      assert.equal(place.asks.length, 1);
    });
  });

  it('is found behind the stand-ins of another window', () =>
    inPlace({ programs }, (outer) =>
      inPlace({ programs }, async (place) => {
        const PATH = `${place.standIns.toolsFolder}:${outer.env['PATH']}`;
        assert.equal((await place.run('psql', ['-c', 'x'], { env: { PATH } })).status, 7);
        assert.equal(place.asks.length, 1);
      }),
    ));

  it('may be a link, and lie in a folder of any name', () =>
    inPlace({ programs }, async (place) => {
      const folder = join(place.folder, "o'brien's $tools\n*");
      symlinkSync(join(place.folder, 'bin'), folder);
      const PATH = `${place.standIns.toolsFolder}:${folder}:/usr/bin:/bin`;
      assert.equal((await place.run('psql', ['-c', 'x'], { env: { PATH } })).status, 7);
    }));
});
