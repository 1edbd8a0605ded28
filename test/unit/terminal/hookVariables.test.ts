import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'mocha';
import { hookVariables, type HookSurroundings } from '../../../src/terminal/hookVariables';

const surroundings: HookSurroundings = {
  hooksFolder: '/ext/hooks',
  channelFile: '/run/window',
  environment: {},
  platform: 'linux',
};

function variable(name: string, changed: Partial<HookSurroundings> = {}) {
  return hookVariables({ ...surroundings, ...changed }).find((found) => found.name === name);
}

describe('the variables that bring the hooks in', () => {
  it('prepend one line without backslashes to PROMPT_COMMAND, before and after the start-up files', () => {
    const { action, value, isRepeated } = variable('PROMPT_COMMAND')!;
    assert.deepEqual([action, isRepeated], ['prepend', true]);
    assert.doesNotMatch(value, /[\\\n:=]/);
  });

  it('keep to the bash 3.2 of macOS', () => {
    assert.doesNotMatch(variable('PROMPT_COMMAND', { platform: 'darwin' })!.value, /!/);
  });

  it('repeat nothing but PROMPT_COMMAND', () => {
    const repeated = hookVariables(surroundings).filter(({ isRepeated }) => isRepeated);
    assert.deepEqual(
      repeated.map(({ name }) => name),
      ['PROMPT_COMMAND'],
    );
  });

  it('never leave the system folders out of XDG_DATA_DIRS', () => {
    assert.deepEqual(variable('XDG_DATA_DIRS'), {
      name: 'XDG_DATA_DIRS',
      action: 'replace',
      value: '/ext/hooks:/usr/local/share:/usr/share',
    });
    const environment = { XDG_DATA_DIRS: '/snap' };
    assert.deepEqual(variable('XDG_DATA_DIRS', { environment }), {
      name: 'XDG_DATA_DIRS',
      action: 'prepend',
      value: '/ext/hooks:',
    });
  });

  it("remember the user's own ZDOTDIR", () => {
    assert.equal(variable('SAFETY_CATCH_ZDOTDIR')!.value, '');
    const environment = { ZDOTDIR: '/home/me/.config/zsh' };
    assert.equal(variable('SAFETY_CATCH_ZDOTDIR', { environment })!.value, '/home/me/.config/zsh');
  });

  it('leave zsh alone where only VS Code can tell its start-up folder', () => {
    const environment = { ZDOTDIR: '${userHome}/zsh' };
    assert.equal(variable('ZDOTDIR', { environment }), undefined);
    assert.equal(variable('SAFETY_CATCH_ZDOTDIR', { environment }), undefined);
  });

  it('quote the path of the bash hook', () => {
    const { value } = variable('SAFETY_CATCH_BASH', { hooksFolder: "/home/o'brien/my ext" })!;
    assert.ok(value.startsWith(`. '/home/o'\\''brien/my ext/bash/hook.bash'`), value);
  });

  it('hold no secret', () => {
    for (const { name, value } of hookVariables(surroundings))
      assert.doesNotMatch(value, /[0-9a-f]{16}/, name);
  });

  it('point at files that are there', () => {
    for (const file of [
      'bash/hook.bash',
      'zsh/.zshenv',
      'zsh/.zprofile',
      'zsh/.zshrc',
      'zsh/hook.zsh',
    ])
      assert.ok(existsSync(`media/hooks/${file}`), file);
    assert.ok(existsSync('media/hooks/fish/vendor_conf.d/safetyCatch.fish'));
  });
});
