import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { CodeFinding } from '../../../src/core/findings/codeFinding';

const folder = resolve('test/fixtures/code');

/** One file, or a folder of files that are one workspace. */
export interface CodeFixture {
  /** `python/peewee/traps`. */
  readonly name: string;
  readonly root: string;
  readonly files: readonly string[];
}

/** Every fixture: `<language>/<library>/<case>`, a file or a folder. */
export function codeFixtures(): readonly CodeFixture[] {
  return entriesOf(folder)
    .flatMap(entriesOf)
    .flatMap(entriesOf)
    .map((path) => {
      const isFolder = statSync(path).isDirectory();
      const files = isFolder
        ? readdirSync(path, { recursive: true, encoding: 'utf8' })
            .map((name) => join(path, name))
            .filter((file) => statSync(file).isFile())
            .sort()
        : [path];
      return { name: relative(folder, path), root: isFolder ? path : dirname(path), files };
    });
}

function entriesOf(path: string): readonly string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [];
}

const mark = /^(\s*(?:#|\/\/|--)\s*)(\^+|<)\s*(\w+ \w+ \w+ [\w-]+)\s*$/;

/** What the marks of a file say is found, a line each: `12:5 delete all certain peewee-delete`. */
export function readMarks(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const found: { line: number; column: number; what: string }[] = [];
  let marked = 0;
  lines.forEach((text, at) => {
    const [, before = '', sign, what = ''] = mark.exec(text) ?? [];
    if (sign === undefined) return void (marked = at + 1);
    const column = sign === '<' ? lines[marked - 1]!.search(/\S/) + 1 : before.length + 1;
    found.push({ line: marked, column, what });
  });
  found.sort((a, b) => a.line - b.line || a.column - b.column);
  return found.map(({ line, column, what }) => `${line}:${column} ${what}`);
}

const missed = /^\s*(?:#|\/\/|--)\s*[\^<]+\s*missed: (.+?)\s*$/;

/** What a file knows to be missed: under a line that destroys data, a comment such as `# ^^^ missed: its name is computed`. */
export function readMissed(
  file: string,
): readonly { readonly line: number; readonly why: string }[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  let marked = 0;
  return lines.flatMap((text, at) => {
    const why = missed.exec(text)?.[1];
    if (why === undefined && !mark.test(text)) marked = at + 1;
    return why === undefined ? [] : [{ line: marked, why }];
  });
}

/** A finding as marks say it. */
export function markOf({ range, kind, reach, confidence, rule }: CodeFinding): string {
  return `${range.line}:${range.column} ${kind} ${reach} ${confidence} ${rule}`;
}
