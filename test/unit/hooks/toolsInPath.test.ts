import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { StandIns } from '../../../src/terminal/standIns';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import type { ShellName } from './hookTerminal';
import { assignment, inShell, needsShell, shells } from './inShell';
import { hooksFolder } from './startPlace';

const startUpFile: Readonly<Record<ShellName, string>> = {
  bash: '.bashrc',
  zsh: '.zshrc',
  fish: '.config/fish/config.fish',
};

/** PATH as programs get it. */
const showPath = `sh -c 'echo "<""$PATH"">"'`;

for (const shell of shells)
  describe(`the stand-ins for tools in the PATH of ${shell}`, () => {
    let folder = '';
    let bin = '';
    let standIns: StandIns;

    before(function () {
      needsShell(this, shell);
      folder = makeScratchFolder('tools');
      bin = join(folder, 'bin');
      mkdirSync(bin);
      writeFileSync(join(bin, 'psql'), '#!/bin/sh\necho "re""al"\n');
      chmodSync(join(bin, 'psql'), 0o755);
      standIns = new StandIns(join(folder, 'standIns'), hooksFolder);
    });
    after(() => removeScratchFolder(folder));

    // An empty entry is the working folder; fish names that.
    const PATH = (): string => `${bin}:${shell === 'fish' ? '' : ':'}/usr/bin:/bin`;

    it('stay first, whatever is put in front of them, and once', async () => {
      standIns.install(PATH());
      const { toolsFolder } = standIns;
      const home = {
        [startUpFile[shell]]: `${assignment(shell, 'PATH', `/mine:${toolsFolder}:${PATH()}`)}`,
      };
      await inShell({ shell, home, standIns, env: { PATH: PATH() } }, async (terminal) => {
        assert.ok((await terminal.run(showPath)).includes(`<${toolsFolder}:/mine:${PATH()}>`));
        await terminal.run(
          assignment(shell, 'PATH', `/venv/bin:${toolsFolder}:/mine:${PATH()}`).trim(),
        );
        const output = await terminal.run(showPath);
        assert.ok(output.includes(`<${toolsFolder}:/venv/bin:/mine:${PATH()}>`), output);
      });
    });

    it('leave no trace once they are gone, also of a tool that was used before', async () => {
      standIns.install(PATH());
      await inShell({ shell, standIns, env: { PATH: PATH() } }, async (terminal) => {
        assert.match(await terminal.run('psql -c x'), /\breal\r/);
        standIns.dispose();
        assert.match(await terminal.run('psql -c x'), /\breal\r/);
        assert.ok((await terminal.run(showPath)).includes(`<${PATH()}>`));
      });
    });
  });
