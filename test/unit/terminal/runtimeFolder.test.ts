import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import { Rendezvous } from '../../../src/terminal/rendezvous';
import { findAbandonedFiles, openRuntimeFolder } from '../../../src/terminal/runtimeFolder';
import { skip } from '../../skip';

const address = { port: 4242, knock: 'cc', proof: 'aa', token: 'bb' };

describe('the runtime folder', () => {
  let parent: string;
  let folder: string;

  before(function () {
    if (process.platform === 'win32') skip(this, 'the hooks are not for Windows');
  });
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'safety-catch-folder-'));
    folder = join(parent, 'runtime');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is made for this user alone', () => {
    assert.equal(openRuntimeFolder(folder), undefined);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('is closed to others where it was open', () => {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    assert.equal(openRuntimeFolder(folder), undefined);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('is refused as a link, as a file, and where it cannot be made', () => {
    mkdirSync(join(parent, 'elsewhere'));
    symlinkSync(join(parent, 'elsewhere'), folder);
    assert.match(openRuntimeFolder(folder)!, /is not a folder/);
    rmSync(folder);
    writeFileSync(folder, '');
    assert.match(openRuntimeFolder(folder)!, /cannot be used|is not a folder/);
    assert.match(openRuntimeFolder(join(folder, 'below'))!, /cannot be used/);
  });

  it('is refused where it belongs to another user', function () {
    if (process.getuid?.() === 0) {
      mkdirSync(folder);
      spawnSync('chown', ['12345', folder]);
      assert.match(openRuntimeFolder(folder)!, /belongs to another user/);
    } else assert.match(openRuntimeFolder('/usr')!, /belongs to another user/);
  });

  it('holds what shells need in files of this user alone', () => {
    openRuntimeFolder(folder);
    const rendezvous = new Rendezvous(folder, address);
    rendezvous.announce('42');
    const file = join(folder, '42');
    assert.equal(readFileSync(file, 'utf8'), `4242 cc aa bb ${process.pid}\n`);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    rendezvous.withdraw('42');
    assert.equal(existsSync(file), false);
  });

  it('adds what a shell goes by once its editor is gone', () => {
    openRuntimeFolder(folder);
    const rendezvous = new Rendezvous(folder, address);
    const file = join(folder, '42');
    rendezvous.announce('42', { stage: 'production', name: 'sco\nres' });
    assert.equal(readFileSync(file, 'utf8'), `4242 cc aa bb ${process.pid}\nproduction sco�res\n`);
    assert.deepEqual(findAbandonedFiles(folder), []);
    rendezvous.announce('42');
    assert.equal(readFileSync(file, 'utf8'), `4242 cc aa bb ${process.pid}\n`);
    rendezvous.announce('42', { stage: 'unknown', name: 'x' });
    rendezvous.withdraw('42');
    assert.equal(existsSync(file), false);
  });

  it('writes what a shell goes by only where it is another', () => {
    openRuntimeFolder(folder);
    const rendezvous = new Rendezvous(folder, address);
    const place = (): number => statSync(join(folder, '42')).ino;
    rendezvous.announce('42', { stage: 'production', name: 'scores' });
    const before = place();
    rendezvous.announce('42', { stage: 'production', name: 'scores' });
    assert.equal(place(), before);
    rendezvous.announce('42', { stage: 'production', name: 'other' });
    assert.notEqual(place(), before);
  });

  it('keeps the file that another window has taken over', () => {
    openRuntimeFolder(folder);
    const rendezvous = new Rendezvous(folder, address);
    rendezvous.announce('window');
    new Rendezvous(folder, { ...address, port: 4343 }).announce('window');
    rendezvous.dispose();
    assert.match(readFileSync(join(folder, 'window'), 'utf8'), /^4343 /);
  });

  it('does not write through a link that lies in the way', () => {
    openRuntimeFolder(folder);
    const target = join(parent, 'target');
    writeFileSync(target, 'mine');
    symlinkSync(target, join(folder, '42'));
    new Rendezvous(folder, address).announce('42');
    assert.equal(readFileSync(target, 'utf8'), 'mine');
  });

  it('tells the files of editors that are gone', () => {
    openRuntimeFolder(folder);
    const ended = spawnSync('true').pid;
    writeFileSync(join(folder, 'window-live'), `1 a b ${process.pid}\n`);
    writeFileSync(join(folder, 'window-dead'), `1 a b ${ended}\n`);
    writeFileSync(join(folder, '7.coloured'), `${ended}\n`);
    writeFileSync(join(folder, '8.coloured'), '');
    assert.deepEqual(
      findAbandonedFiles(folder)
        .map((file) => basename(file))
        .sort(),
      ['7.coloured', '8.coloured', 'window-dead'],
    );
  });
});
