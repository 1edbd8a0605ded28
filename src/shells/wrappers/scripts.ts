import type { ShellWord } from '../../core/environment/shellRun';
import { readOptions, type GivenOptions } from '../../core/targets/tools/toolOptions';
import { folderOf, optionShape, readLeadingOptions } from '../leadingOptions';
import type { Unwrapped, Wrapper } from '../wrapper';
import { assignmentsIn, programOf } from './behind';

const nodeVerbs = /^(run|run-script|rum|urn)$/;
const lifecycleVerbs = /^(test|t|tst|start|stop|restart)$/;
/** Commands of pnpm, yarn and bun; any other word is the name of a script. */
const ownVerbs =
  /^(add|audit|build|cache|ci|config|create|dlx|exec|help|i|info|init|install|link|list|login|ls|outdated|pack|pm|publish|remove|rm|set|unlink|up|update|upgrade|version|view|why|workspace|workspaces|x)$/;
const filePath = /[/\\]|\.[cm]?[jt]sx?$/;

const nodeShape = optionShape(
  'C,dir,cwd,prefix w,workspace F,filter c',
  's,silent r,recursive if-present',
);

/** npm, pnpm, yarn and bun: scripts of package.json, and `exec`. */
function unwrapNodeManager(words: readonly ShellWord[]): Unwrapped | undefined {
  const manager = words[0]?.text?.split('/').at(-1) ?? '';
  const { given, rest } = readLeadingOptions(words.slice(1), nodeShape);
  const verb = rest[0]?.text ?? '';
  const cwd = folderOf(given, 'prefix');
  if (/^(exec|x|dlx)$/.test(verb))
    return programOf(readLeadingOptions(rest.slice(1), optionShape('p,package')).rest, cwd);
  const isRun = nodeVerbs.test(verb);
  const isShort = manager !== 'npm' && !ownVerbs.test(verb) && !filePath.test(verb);
  if (!isRun && !lifecycleVerbs.test(verb) && !isShort) return undefined;
  const own = isRun ? readLeadingOptions(rest.slice(1), nodeShape) : { given, rest };
  const [first, ...others] = own.rest;
  const passed = manager === 'npm' ? splitExtra(others) : { given, extra: withoutDashes(others) };
  if (!first?.text) return undefined;
  return {
    kind: 'script',
    manager: 'node',
    name: /^(t|tst)$/.test(first.text) ? 'test' : first.text,
    extra: passed.extra,
    ...(manager !== 'npm' && !lifecycleVerbs.test(verb) ? { isProgramToo: true } : {}),
    ...cwd,
    ...folderOf(own.given, 'prefix'),
    ...folderOf(passed.given, 'prefix'),
  };
}

/** npm takes options behind the name of a script for its own, as far as `--`. */
function splitExtra(words: readonly ShellWord[]): {
  readonly given: GivenOptions;
  readonly extra: readonly ShellWord[];
} {
  const at = words.findIndex(({ text }) => text === '--');
  const own = at < 0 ? words : words.slice(0, at);
  const { stopsAtWord: _, ...shape } = nodeShape;
  const given = readOptions(
    own.map(({ raw }) => raw),
    shape,
  );
  const plain = own.filter(({ raw }) => given.words.includes(raw));
  return { given, extra: [...plain, ...(at < 0 ? [] : words.slice(at + 1))] };
}

function withoutDashes(words: readonly ShellWord[]): readonly ShellWord[] {
  return words[0]?.text === '--' ? words.slice(1) : words;
}

/** `run-s a b`, `run-p a b` and `npm-run-all a b`. */
function unwrapRunAll(words: readonly ShellWord[]): Unwrapped | undefined {
  const names = words
    .slice(1)
    .flatMap(({ text }) => (text && /^[\w:.-]+$/.test(text) ? [text] : []));
  const lines = names.filter((name) => !name.startsWith('-')).map((name) => `npm run ${name}`);
  return lines.length > 0 ? { kind: 'line', text: lines.join('\n') } : undefined;
}

/** Variables of make's own line go to what its recipes start. */
function unwrapMake(words: readonly ShellWord[]): Unwrapped {
  const shape = optionShape('C,directory f,file,makefile I o W j,jobs');
  const { given, rest } = readLeadingOptions(words.slice(1), shape);
  const texts = rest.flatMap(({ text }) => (text === undefined ? [] : [text]));
  return {
    kind: 'script',
    manager: 'make',
    name: texts.find((text) => !text.includes('=')) ?? '',
    extra: [],
    settings: assignmentsIn(texts),
    ...folderOf(given, 'directory'),
  };
}

function unwrapComposer(words: readonly ShellWord[]): Unwrapped | undefined {
  const [verb, name] = [words[1]?.text, words[2]?.text];
  return /^(run|run-script)$/.test(verb ?? '') && name !== undefined
    ? { kind: 'script', manager: 'composer', name, extra: words.slice(3) }
    : undefined;
}

/** Programs that run what a file of the project has under a name. */
export const scripts: readonly Wrapper[] = [
  { names: ['npm', 'pnpm', 'yarn', 'bun'], unwrap: unwrapNodeManager },
  { names: ['run-s', 'run-p', 'npm-run-all', 'npm-run-all2'], unwrap: unwrapRunAll },
  { names: ['make', 'gmake'], unwrap: unwrapMake },
  { names: ['composer'], unwrap: unwrapComposer },
];
