import type { ShellWord } from '../../core/environment/shellRun';
import { allValues, isGiven, lastValue } from '../../core/targets/tools/toolOptions';
import { optionShape, readLeadingOptions } from '../leadingOptions';
import type { Unwrapped, Wrapper } from '../wrapper';
import { assignmentsIn, lineOf, programOf } from './behind';

const dotenvShape = optionShape('e f,file v c p q', 'o,overload,override');

/** dotenv-cli (`dotenv -e FILE -- …`), python-dotenv (`dotenv -f FILE run …`) and Ruby's (`dotenv -f A,B …`). */
function unwrapDotenv(words: readonly ShellWord[]): Unwrapped | undefined {
  const { given, rest } = readLeadingOptions(words.slice(1), dotenvShape);
  if (rest[0]?.text === 'run') return unwrapPythonDotenv(allValues(given, 'file'), rest.slice(1));
  const override = isGiven(given, 'override');
  const ruby = allValues(given, 'file').flatMap((paths) => paths.split(','));
  if (ruby.length > 0)
    return programOf(rest, { envFiles: { paths: ruby, loader: 'ruby-dotenv', override } });
  const named = allValues(given, 'e');
  const cascade = lastValue(given, 'c');
  const paths = (named.length > 0 ? named : ['.env']).flatMap((path) =>
    cascade === undefined ? [path] : cascadeOf(path, cascade),
  );
  return programOf(rest, {
    envFiles: { paths, loader: 'dotenv-expand', override },
    settings: assignmentsIn(allValues(given, 'v')),
  });
}

/** dotenv-cli's `-c MODE`, strongest first. */
function cascadeOf(path: string, mode: string): string[] {
  return mode === ''
    ? [`${path}.local`, path]
    : [`${path}.${mode}.local`, `${path}.local`, `${path}.${mode}`, path];
}

/** Its command line lets the file win over the shell, other than `load_dotenv()`. */
function unwrapPythonDotenv(
  named: readonly string[],
  words: readonly ShellWord[],
): Unwrapped | undefined {
  const { given, rest } = readLeadingOptions(words, optionShape(''));
  const paths = named.length > 0 ? named : ['.env'];
  const override = !isGiven(given, 'no-override');
  return programOf(rest, { envFiles: { paths, loader: 'python-dotenv', override } });
}

function unwrapDotenvx(words: readonly ShellWord[]): Unwrapped | undefined {
  const shape = optionShape('f,env-file e,env fv,env-vault-file convention', 'o,overload');
  const outer = readLeadingOptions(words.slice(1), shape);
  if (outer.rest[0]?.text !== 'run') return undefined;
  const { given, rest } = readLeadingOptions(outer.rest.slice(1), shape);
  const paths = allValues(given, 'env-file');
  return programOf(rest, {
    envFiles: {
      paths: paths.length > 0 ? paths : ['.env'],
      loader: 'dotenv-expand',
      override: isGiven(given, 'overload'),
    },
    settings: assignmentsIn(allValues(given, 'env')),
  });
}

/** env-cmd 10: the file wins over the shell unless `--no-override`. */
function unwrapEnvCmd(words: readonly ShellWord[]): Unwrapped | undefined {
  const shape = optionShape('f,file e,environments r,rc-file', 'x,expand-envs');
  const { given, rest } = readLeadingOptions(words.slice(1), shape);
  const paths = allValues(given, 'file');
  const envFiles = {
    paths: paths.length > 0 ? paths : ['.env'],
    loader: 'dotenv',
    override: !isGiven(given, 'no-override'),
  };
  return isGiven(given, 'use-shell') ? lineOf(rest, { envFiles }) : programOf(rest, { envFiles });
}

const nodeOption = /^--env-file(?:-if-exists)?(?:=(.*))?$/s;
const valuedNodeOptions = /^(-r|--require|--import|--loader|-C|--conditions|--env-file.*)$/;

/** Options stand before the program; the interpreter stays, without those that name env files. */
function unwrapNode(words: readonly ShellWord[]): Unwrapped | undefined {
  const paths: string[] = [];
  const kept: ShellWord[] = words.slice(0, 1);
  let at = 1;
  for (; words[at]?.text?.startsWith('-'); at++) {
    const text = words[at]?.text ?? '';
    const match = nodeOption.exec(text);
    const value =
      text.includes('=') || !valuedNodeOptions.test(text) ? [] : words.slice(at + 1, at + 2);
    if (match) paths.push(match[1] ?? value[0]?.text ?? '');
    else kept.push(...words.slice(at, at + 1), ...value);
    at += value.length;
  }
  if (paths.length === 0) return undefined;
  return programOf([...kept, ...words.slice(at)], {
    envFiles: { paths, loader: 'node-env-file', override: false },
  });
}

/** Programs that read env files for the one that they start. */
export const envFiles: readonly Wrapper[] = [
  { names: ['dotenv', 'dotenv-cli'], unwrap: unwrapDotenv },
  { names: ['dotenvx'], unwrap: unwrapDotenvx },
  { names: ['env-cmd'], unwrap: unwrapEnvCmd },
  { names: ['node', 'nodejs', 'tsx', 'bun'], unwrap: unwrapNode },
];
