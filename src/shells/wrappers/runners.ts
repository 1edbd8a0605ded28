import type { ShellWord } from '../../core/environment/shellRun';
import { allValues } from '../../core/targets/tools/toolOptions';
import { optionShape, readLeadingOptions, folderOf } from '../leadingOptions';
import type { Unwrapped, Wrapper } from '../wrapper';
import { programOf } from './behind';

const pythonShape = optionShape(
  'env-file with with-requirements with-editable p,python package extra group directory,C,P,project e,env',
  'm,module',
);

/** `poetry run PROGRAM` and the like. uv reads env files as Node.js does: the last wins, and the shell over all. */
function unwrapPythonRunner(words: readonly ShellWord[]): Unwrapped | undefined {
  const outer = readLeadingOptions(words.slice(1), pythonShape);
  if (outer.rest[0]?.text !== 'run') return undefined;
  const { given, rest } = readLeadingOptions(outer.rest.slice(1), pythonShape);
  const paths = allValues(given, 'env-file');
  const envFiles = { paths, loader: 'node-env-file', override: false };
  return programOf(isModule(given) ? asModule(rest) : rest, {
    ...(paths.length > 0 ? { envFiles } : {}),
    ...folderOf(outer.given, 'project'),
  });
}

function isModule({
  options,
}: {
  readonly options: readonly { readonly name: string }[];
}): boolean {
  return options.some(({ name }) => name === 'module');
}

function asModule(words: readonly ShellWord[]): ShellWord[] {
  return [...['python', '-m'].map((text) => ({ text, raw: text })), ...words];
}

/** `npx prisma@6 migrate`: the version is no part of the name. */
function withoutVersion([first, ...rest]: readonly ShellWord[]): ShellWord[] {
  if (first === undefined) return [];
  const text = first.text?.replace(/(?<=.)@[^/]*$/, '');
  return [{ ...first, text }, ...rest];
}

function behind(words: readonly ShellWord[], verb: string): readonly ShellWord[] | undefined {
  return words[1]?.text === verb ? words.slice(2) : undefined;
}

/** Programs that start another one as their project has it installed. */
export const runners: readonly Wrapper[] = [
  { names: ['poetry', 'uv', 'rye', 'hatch', 'pdm'], unwrap: unwrapPythonRunner },
  {
    names: ['uvx'],
    unwrap: (words) =>
      programOf(
        withoutVersion(readLeadingOptions(words.slice(1), optionShape('from with p,python')).rest),
      ),
  },
  {
    names: ['pipenv'],
    unwrap: (words) => programOf(behind(words, 'run') ?? [], { loader: 'pipenv' }),
  },
  {
    names: ['bundle', 'asdf', 'mise', 'rtx'],
    unwrap(words) {
      const inner = behind(words, 'exec') ?? behind(words, 'x');
      return programOf(inner?.[0]?.text === '--' ? inner.slice(1) : (inner ?? []));
    },
  },
  {
    names: ['direnv'],
    unwrap: (words) => programOf(behind(words, 'exec')?.slice(1) ?? [], { loader: 'direnv' }),
  },
  {
    names: ['npx', 'bunx', 'pnpx'],
    unwrap(words) {
      const { given, rest } = readLeadingOptions(words.slice(1), optionShape('p,package c,call'));
      const [text] = allValues(given, 'call');
      return text === undefined ? programOf(withoutVersion(rest)) : { kind: 'line', text };
    },
  },
];
