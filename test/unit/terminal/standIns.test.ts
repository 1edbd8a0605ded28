import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { standInPrograms } from '../../../src/shells/standInPrograms';
import { standInSettings } from '../../../src/shells/standInSettings';
import { StandIns } from '../../../src/terminal/standIns';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import { skip } from '../../skip';

const hooksFolder = resolve('media/hooks');

describe('stand-ins for other programs', () => {
  let scratch = '';
  let bin = '';

  before(function () {
    if (process.platform === 'win32') skip(this, 'there are none on Windows');
    scratch = makeScratchFolder('standIns');
    bin = join(scratch, 'bin');
    mkdirSync(bin);
    for (const name of ['psql', 'kubectl', 'node'])
      writeFileSync(join(bin, name), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(bin, 'mongosh'), 'no program');
    mkdirSync(join(bin, 'dropdb'));
  });
  after(() => removeScratchFolder(scratch));

  function install(name: string, path = `/nowhere:${bin}`): StandIns {
    const standIns = new StandIns(join(scratch, name), hooksFolder);
    assert.equal(standIns.install(path), undefined);
    return standIns;
  }

  it('are there for the known tools that are installed, and for this user alone', () => {
    const { toolsFolder, scriptShell } = install('installed');
    assert.deepEqual(readdirSync(toolsFolder).sort(), ['kubectl', 'psql']);
    for (const name of ['psql', 'kubectl'])
      assert.equal(statSync(join(toolsFolder, name)).mode & 0o777, 0o700);
    assert.equal(statSync(scriptShell).mode & 0o777, 0o700);
    assert.equal(statSync(join(scratch, 'installed')).mode & 0o777, 0o700);
    assert.equal(statSync(toolsFolder).mode & 0o777, 0o700);
  });

  it('follow what is installed meanwhile', () => {
    const standIns = install('followed');
    writeFileSync(join(bin, 'redis-cli'), '', { mode: 0o755 });
    chmodSync(join(bin, 'kubectl'), 0o644);
    standIns.update();
    assert.deepEqual(readdirSync(standIns.toolsFolder).sort(), ['psql', 'redis-cli']);
    chmodSync(join(bin, 'kubectl'), 0o755);
  });

  it('go with the last window, but for the shell that open terminals name', () => {
    const standIns = install('shared');
    const other = join(scratch, 'shared', `${process.ppid}.owner`);
    const gone = join(scratch, 'shared', `${spawnSync('true').pid}.owner`);
    for (const file of [other, gone]) writeFileSync(file, '');
    standIns.dispose();
    assert.ok(existsSync(standIns.toolsFolder), 'another window runs');
    install('shared');
    spawnSync('rm', [other]);
    standIns.dispose();
    assert.ok(!existsSync(standIns.toolsFolder));
    assert.ok(!existsSync(gone));
    assert.ok(existsSync(standIns.scriptShell));
  });

  it('may be taken away before they were ever there', () => {
    new StandIns(join(scratch, 'never'), hooksFolder).dispose();
    assert.ok(!existsSync(join(scratch, 'never')));
  });

  it('are not there, with a reason, where no folder can be made', () => {
    writeFileSync(join(scratch, 'file'), '');
    const refusal = new StandIns(join(scratch, 'file', 'in it'), hooksFolder).install(bin);
    assert.match(refusal!, /file\/in it cannot be used \(ENOTDIR\)/);
  });

  it('go by settings that sh reads as they are meant', () => {
    const settings = standInSettings({
      hooksFolder: "/home/o'brien/my $hooks",
      watched: ['*_URL', 'PG*'],
      destructive: '(drop|it is)',
      programs: standInPrograms,
      words: new Map([
        ['psql', ['']],
        ['kubectl', ['delete', "drain'"]],
        ['az', ['sql db']],
      ]),
    });
    const read = (name: string): string =>
      spawnSync(
        'sh',
        ['-c', `name=$1; ${settings}echo "$hooks/$watch/$reads/$words"`, 'sh', name],
        {
          encoding: 'utf8',
        },
      ).stdout;
    const start = "/home/o'brien/my $hooks/*_URL|PG*";
    assert.equal(read('psql'), `${start}/statements/\n`);
    assert.equal(read('kubectl'), `${start}//delete drain'\n`);
    assert.equal(read('az'), `${start}//\n`);
    assert.equal(read('other'), `${start}//\n`);
  });
});
