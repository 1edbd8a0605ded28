import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { hostOf } from '../../../src/core/targets/target';
import { resolveNotebook } from '../../../src/project/resolveNotebook';
import { readNotebook } from '../../../src/project/runs/notebooks';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

/** A notebook as Jupyter writes it: one line of the file for each line of a cell. */
function notebookOf(...cells: readonly string[]): string {
  const written = cells.map((source) => ({
    cell_type: source.startsWith('#!') ? 'markdown' : 'code',
    source: source.split(/(?<=\n)/),
  }));
  const metadata = { kernelspec: { language: 'python', name: 'python3' } };
  return JSON.stringify({ cells: written, metadata }, undefined, 1);
}

const connect = 'import os, psycopg2\nurl = os.environ["DB"]\npsycopg2.connect(url)';
const url = (host: string): string => `postgresql://${host}.example.com/scores`;

type Case = readonly [what: string, cells: readonly string[], hosts: readonly string[]];

const cases: readonly Case[] = [
  ['code of its cells', [connect], ['shell.example.com by DB']],
  ['a variable of %env', [`%env DB=${url('magic')}`, connect], ['magic.example.com by DB']],
  ['a variable of %set_env', [`%set_env DB ${url('magic')}`, connect], ['magic.example.com by DB']],
  ['an env file of %dotenv', ['%load_ext dotenv\n%dotenv -o', connect], ['file.example.com by DB']],
  ['%dotenv, over which the shell wins', ['%dotenv', connect], ['shell.example.com by DB']],
  ['a line for the shell', ['!psql -h a.example.com -c x'], ['a.example.com by psql']],
  ['a cell for the shell', ['%%bash\npsql -h a.example.com'], ['a.example.com by psql']],
  [
    'a line for the shell after %env',
    ['%env PGHOST=magic.example.com', 'rows = !psql -c x'],
    ['magic.example.com by PGHOST'],
  ],
  ['a URL of %sql', [`%sql ${url('sql')}`], ['sql.example.com by ']],
  ['nothing of other languages', ['%%html\n!psql -h a.example.com', '!pip install x'], []],
];

function resolve(text: string) {
  const files = memoryFiles({ '/ws/nb/x.ipynb': text, '/ws/nb/.env': `DB=${url('file')}\n` });
  const settings = [new Setting('DB', url('shell'), { kind: 'shell', name: 'DB' })];
  const place = { cwd: '/ws', root: '/ws', home: '/home/me', labels: [], developmentVariables: [] };
  return resolveNotebook(testReader(files), { ...place, process: { settings } }, '/ws/nb/x.ipynb');
}

describe('a notebook', () => {
  for (const [what, cells, hosts] of cases)
    it(`reads ${what}`, async () => {
      const { targets } = await resolve(notebookOf(...cells));
      const found = targets
        .filter(({ target }) => !target.standby)
        .map(({ target }) => `${hostOf(target) ?? '?'} by ${target.origin.name}`)
        .filter((text) => hosts.length > 0 || !text.startsWith('shell.'));
      assert.deepEqual(found, hosts);
    });

  it('keeps each line of code where it stands in the file', async () => {
    const text = notebookOf('# title', 'a = 1\n\nb = 2');
    const { code } = await readNotebook(memoryFiles({ '/x.ipynb': text }), '/x.ipynb');
    const lines = text.split('\n');
    for (const written of ['a = 1', 'b = 2'])
      assert.equal(
        code.split('\n').indexOf(written),
        lines.findIndex((line) => line.includes(written)),
      );
  });

  it('of a broken file is told', async () => {
    const { problems } = await resolve('{"cells": [');
    assert.deepEqual(problems, [{ file: '/ws/nb/x.ipynb', line: 1, message: 'is not valid JSON' }]);
  });
});
