import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { isSeenByVersionControl } from '../../../src/project/versionControl';
import { withFolder } from '../temporaryFolder';

const settings = join('.vscode', 'settings.json');

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd, stdio: 'ignore' });
}

interface Case {
  readonly why: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (folder: string) => void;
  readonly isSeen: boolean;
}

const cases: readonly Case[] = [
  { why: 'not seen outside of any repository', isSeen: false },
  {
    why: 'seen where it would be a new file',
    prepare: (folder) => git(folder, 'init'),
    isSeen: true,
  },
  {
    why: 'not seen where it is ignored and not there yet',
    files: { '.gitignore': '.vscode/\n' },
    prepare: (folder) => git(folder, 'init'),
    isSeen: false,
  },
  {
    why: 'not seen where only the repository itself knows that it is ignored',
    prepare(folder) {
      git(folder, 'init');
      mkdirSync(join(folder, '.git', 'info'), { recursive: true });
      writeFileSync(join(folder, '.git', 'info', 'exclude'), '.vscode\n');
    },
    isSeen: false,
  },
  {
    why: 'seen where it is tracked, although rules ignore it',
    files: { '.gitignore': '.vscode/\n', '.vscode/settings.json': '{}' },
    prepare(folder) {
      git(folder, 'init');
      git(folder, 'add', '--force', settings);
    },
    isSeen: true,
  },
  {
    why: 'seen under another system',
    prepare: (folder) => mkdirSync(join(folder, '.hg')),
    isSeen: true,
  },
  { why: 'seen where git cannot tell', files: { '.git': 'gitdir: nowhere' }, isSeen: true },
  {
    why: 'seen where a link leads into a repository',
    prepare(folder) {
      mkdirSync(join(folder, 'dotfiles'));
      git(join(folder, 'dotfiles'), 'init');
      symlinkSync(join(folder, 'dotfiles'), join(folder, '.vscode'));
    },
    isSeen: true,
  },
];

describe('a settings file', () => {
  for (const { why, files = {}, prepare, isSeen } of cases)
    it(`is ${why}`, () =>
      withFolder(files, async (folder) => {
        prepare?.(folder);
        assert.equal(await isSeenByVersionControl(join(folder, settings)), isSeen);
      }));
});
