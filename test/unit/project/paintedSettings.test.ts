import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, it } from 'mocha';
import { paintSettings, unpaintSettings, type Painted } from '../../../src/project/paintedSettings';

const path = ['workbench.colorCustomizations'];
const red = '#9a1b12';

function paint(text: string, at: readonly string[] = path): Painted {
  const painted = paintSettings(text, [...at]);
  assert.ok(painted);
  return painted;
}

function colours(text: string): Record<string, unknown> {
  return (parse(text) as Record<string, Record<string, unknown>>)[path[0]!] ?? {};
}

const files: readonly [why: string, text: string][] = [
  ['a new file', ''],
  ['an empty object', '{}'],
  ['an object on lines', '{\n}\n'],
  ['other settings', '{\n  "editor.tabSize": 2\n}\n'],
  ['tabs and Windows line ends', '{\r\n\t"editor.tabSize": 2\r\n}\r\n'],
  ['a trailing comma', '{\n    "editor.tabSize": 2,\n}\n'],
  [
    'comments, colours for one theme and own colours',
    `{
    // mine
    "workbench.colorCustomizations": {
        // a green bar
        "statusBar.background": "#004400", // dark
        "[Monokai]": { "statusBar.background": "#220022" },
        "statusBar.debuggingForeground": "#eeeeee",
    },
    /* last */
}
`,
  ],
  ['an empty section', '{ "workbench.colorCustomizations": {} }'],
];

describe('the paint of the bar in a settings file', () => {
  for (const [why, text] of files)
    it(`shows, and comes off to the last byte: ${why}`, () => {
      const painted = paint(text);
      assert.equal(colours(painted.text)['statusBar.background'], red);
      assert.equal(colours(painted.text)['statusBar.debuggingForeground'], '#ffffff');
      assert.equal(unpaintSettings(painted.text, path, painted.undo), text);
    });

  it('leaves comments and the colours for one theme where they are', () => {
    const { text } = paint(files[6]![1]);
    for (const kept of ['// mine', '// a green bar', '// dark', '/* last */', '"[Monokai]": {'])
      assert.ok(text.includes(kept), kept);
  });

  it('lies in the settings of a workspace file', () => {
    const text = '{\n\t"folders": [{ "path": "." }],\n\t"settings": {}\n}\n';
    const painted = paint(text, ['settings', ...path]);
    assert.equal(
      (parse(painted.text) as { settings: object }).settings.hasOwnProperty(path[0]!),
      true,
    );
    assert.equal(unpaintSettings(painted.text, ['settings', ...path], painted.undo), text);
  });

  const untouchable: readonly [why: string, text: string][] = [
    ['broken', '{ "a": '],
    ['not an object', '[]'],
    ['holding something else for colours', '{ "workbench.colorCustomizations": null }'],
  ];
  for (const [why, text] of untouchable)
    it(`is not put on a file that is ${why}`, () =>
      assert.equal(paintSettings(text, path), undefined));

  it('comes off without harm to what was written around it meanwhile', () => {
    const painted = paint('{\n    "editor.tabSize": 2\n}\n');
    const edited = painted.text.replace('"editor.tabSize": 2', '"editor.tabSize": 8, "a": 1');
    assert.deepEqual(parse(unpaintSettings(edited, path, painted.undo)!), {
      'editor.tabSize': 8,
      a: 1,
    });
  });

  it('leaves a colour that was changed meanwhile, and brings back the ones painted over', () => {
    const painted = paint(files[6]![1]);
    const edited = painted.text.replace(
      `"statusBar.noFolderBackground": "${red}"`,
      '"statusBar.noFolderBackground": "#123456"',
    );
    assert.deepEqual(colours(unpaintSettings(edited, path, painted.undo)!), {
      'statusBar.background': '#004400',
      '[Monokai]': { 'statusBar.background': '#220022' },
      'statusBar.debuggingForeground': '#eeeeee',
      'statusBar.noFolderBackground': '#123456',
    });
  });

  it('waits while the file is broken', () => {
    const painted = paint('{}');
    assert.equal(unpaintSettings(`{ "a": ${painted.text}`, path, painted.undo), undefined);
  });

  it('is known as ours without a record only where it is whole', () => {
    const { text } = paint('{ "a": 1 }');
    assert.deepEqual(parse(unpaintSettings(text, path, undefined)!), { a: 1 });
    const edited = text.replace(red, '#123456');
    assert.equal(unpaintSettings(edited, path, undefined), edited);
    assert.equal(unpaintSettings('{ "a": 1 }', path, undefined), '{ "a": 1 }');
  });

  it('comes off to the last byte whatever the settings are', () => {
    const settings = fc.dictionary(fc.string(), fc.jsonValue());
    const section = fc.dictionary(fc.string(), fc.string());
    const file = fc.tuple(settings, fc.option(section), fc.constantFrom(0, 2, 4, '\t'));
    fc.assert(
      fc.property(file, ([values, own, indent]) => {
        const all = own ? { ...values, [path[0]!]: own } : values;
        const text = JSON.stringify(all, undefined, indent);
        const painted = paint(text);
        assert.equal(colours(painted.text)['statusBar.background'], red);
        assert.equal(unpaintSettings(painted.text, path, painted.undo), text);
      }),
      { numRuns: 200 },
    );
  });
});
