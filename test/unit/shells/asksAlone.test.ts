import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { asksAlone } from '../../../src/shells/asksAlone';

describe('a shell that runs one line', () => {
  for (const line of [
    'bash -c x',
    '/bin/bash -l -c x',
    '/opt/homebrew/bin/bash -lc echo -i',
    '-zsh -lic x',
    'fish -c x',
    '/usr/bin/fish --login -c x -N',
    'bash -c',
  ])
    it(`asks by itself: ${line}`, () => assert.ok(asksAlone(line.split(' '))));

  for (const line of [
    'bash -lic x',
    'bash -l -i -c x',
    'bash -p -c x',
    'bash --posix -c x',
    'zsh -fc x',
    'fish -N -c x',
    'fish --no-config -c x',
    'sh -c x',
    '/bin/dash -c x',
    'pwsh -Command x',
    'toString -c x',
    '',
  ])
    it(`does not: ${line}`, () => assert.ok(!asksAlone(line.split(' '))));
});
