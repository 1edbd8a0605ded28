import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { inShell, needsShell } from './inShell';

const shell = 'fish';

describe('start-up files of fish', () => {
  before(function () {
    needsShell(this, shell);
  });

  it('run as ever, and before the hook', () =>
    inShell(
      {
        shell,
        home: {
          '.config/fish/config.fish': 'set -gx DATABASE_URL configured\necho "<"config">"\n',
          '.config/fish/conf.d/own.fish': 'function fish_prompt; echo "own> "; end\n',
        },
      },
      async (terminal, listener) => {
        await listener.waitForValue('DATABASE_URL', 'configured');
        await terminal.run('true');
        assert.equal(terminal.output.match(/<config>/g)?.length, 1);
        assert.match(terminal.output, /own> /);
      },
    ));

  it("keep the user's own XDG_DATA_DIRS", () =>
    inShell({ shell, env: { XDG_DATA_DIRS: '/usr/share:/opt/share' } }, async (terminal) => {
      assert.match(await terminal.run('echo "<$XDG_DATA_DIRS>"'), /<\/usr\/share:\/opt\/share>/);
    }));

  it('keep vi bindings and a universal variable of a watched name', () =>
    inShell(
      {
        shell,
        home: {
          '.config/fish/config.fish': 'fish_vi_key_bindings\nset -Ux PGHOST db.example.com\n',
        },
      },
      async (terminal, listener) => {
        await listener.waitForValue('PGHOST', 'db.example.com');
        assert.match(await terminal.run('echo "<$fish_key_bindings>"'), /<fish_vi_key_bindings>/);
      },
    ));

  it('report by Node where there is no bash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'safety-catch-path-'));
    symlinkSync(process.execPath, join(folder, 'node'));
    await inShell({ shell, isPlain: true, env: { PATH: folder } }, async (terminal, listener) => {
      await terminal.run('set -gx DATABASE_URL "by node"');
      await listener.waitForValue('DATABASE_URL', 'by node');
    });
    rmSync(folder, { recursive: true });
  });
});
