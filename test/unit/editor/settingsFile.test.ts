import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  planPaint,
  unpaintFile,
  writeSettings,
  type PaintRecord,
  type SettingsPlace,
} from '../../../src/editor/settingsFile';
import { withFolder } from '../temporaryFolder';

function placeIn(folder: string): SettingsPlace {
  return {
    file: join(folder, '.vscode', 'settings.json'),
    path: ['workbench.colorCustomizations'],
  };
}

function paint(place: SettingsPlace): PaintRecord {
  const plan = planPaint(place);
  assert.ok(plan);
  writeSettings(place.file, plan.text);
  // A record is kept as JSON between windows.
  return JSON.parse(JSON.stringify(plan.record)) as PaintRecord;
}

describe('a painted settings file', () => {
  it('leaves neither file nor folder behind where there was none', () =>
    withFolder({}, (folder) => {
      const record = paint(placeIn(folder));
      assert.ok(existsSync(record.file));
      assert.equal(unpaintFile(record, record), true);
      assert.deepEqual(readdirSync(folder), []);
    }));

  it('leaves a folder that others have written to', () =>
    withFolder({}, (folder) => {
      const record = paint(placeIn(folder));
      writeFileSync(join(folder, '.vscode', 'tasks.json'), '{}');
      unpaintFile(record, record);
      assert.deepEqual(readdirSync(join(folder, '.vscode')), ['tasks.json']);
    }));

  it('keeps a new file that a person has added to', () =>
    withFolder({}, (folder) => {
      const record = paint(placeIn(folder));
      const text = readFileSync(record.file, 'utf8');
      writeFileSync(record.file, text.replace('{', '{\n    "editor.tabSize": 2,'));
      unpaintFile(record, record);
      assert.deepEqual(JSON.parse(readFileSync(record.file, 'utf8')), { 'editor.tabSize': 2 });
    }));

  it('is as it was, to the last byte', () =>
    withFolder({ '.vscode/settings.json': '{ /* mine */ }' }, (folder) => {
      const record = paint(placeIn(folder));
      unpaintFile(record, record);
      assert.equal(readFileSync(record.file, 'utf8'), '{ /* mine */ }');
    }));

  it('may be put back twice, as after a crash in between', () =>
    withFolder({ '.vscode/settings.json': '{ "a": 1 }' }, (folder) => {
      const record = paint(placeIn(folder));
      unpaintFile(record, record);
      assert.equal(unpaintFile(record, record), true);
      assert.equal(readFileSync(record.file, 'utf8'), '{ "a": 1 }');
    }));

  it('is made by painting only, not by planning or putting back', () =>
    withFolder({}, (folder) => {
      const place = placeIn(folder);
      const record = planPaint(place)?.record;
      assert.equal(unpaintFile(place, record), true);
      assert.equal(unpaintFile(place, undefined), true);
      assert.deepEqual(readdirSync(folder), []);
    }));
});
