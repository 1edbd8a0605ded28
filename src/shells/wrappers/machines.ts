import type { ShellWord } from '../../core/environment/shellRun';
import { lastValue } from '../../core/targets/tools/toolOptions';
import { optionShape, readLeadingOptions } from '../leadingOptions';
import type { Changes, Elsewhere, Unwrapped, Wrapper } from '../wrapper';
import { lineOf, programOf } from './behind';

const sshShape = optionShape('b B c D E e F I i J L l m O o p P Q R S W w');
const kubectlShape = optionShape(
  'n,namespace c,container context cluster kubeconfig user s,server f,filename pod-running-timeout',
  'i,stdin t,tty q,quiet',
);

/** Nothing of this machine's shell goes along. */
function away(via: string): Changes {
  return { keeps: [], elsewhere: { kind: 'machine', via } };
}

function unwrapSsh(words: readonly ShellWord[]): Unwrapped | undefined {
  const [host, ...inner] = readLeadingOptions(words.slice(1), sshShape).rest;
  if (!host) return undefined;
  const changes = away(`ssh to ${(host.text ?? host.raw).replace(/^.*@/, '')}`);
  if (inner.length === 0) return { kind: 'input', words: [{ text: 'sh', raw: 'sh' }], ...changes };
  return { kind: 'line', text: inner.map(({ text, raw }) => text ?? raw).join(' '), ...changes };
}

function unwrapKubectl(words: readonly ShellWord[]): Unwrapped | undefined {
  const outer = readLeadingOptions(words.slice(1), kubectlShape);
  const [verb, ...after] = outer.rest;
  if (verb?.text !== 'exec') return undefined;
  const dashes = after.findIndex(({ text }) => text === '--');
  const own = dashes < 0 ? after : after.slice(0, dashes);
  const { given, rest } = readLeadingOptions(own, kubectlShape);
  const [pod, ...bare] = rest;
  const behind = lastOptions(bare);
  const options = [...outer.given.options, ...given.options, ...behind];
  const valueOf = (name: string): string | undefined => lastValue({ options, words: [] }, name);
  const [namespace, context, kubeconfig] = ['namespace', 'context', 'kubeconfig'].map(valueOf);
  const elsewhere: Elsewhere = {
    kind: 'pod',
    via: `kubectl exec in ${pod?.text ?? pod?.raw ?? 'a pod'}${namespace ? `, namespace ${namespace}` : ''}`,
    ...(context ? { context } : {}),
    ...(kubeconfig ? { kubeconfig } : {}),
  };
  return programOf(dashes < 0 ? bare : after.slice(dashes + 1), { keeps: [], elsewhere });
}

/** Options of kubectl may stand behind the pod as well, as far as `--`. */
function lastOptions(words: readonly ShellWord[]) {
  return words[0]?.text?.startsWith('-')
    ? readLeadingOptions(words, kubectlShape).given.options
    : [];
}

function unwrapHeroku(words: readonly ShellWord[]): Unwrapped | undefined {
  const [verb, ...inner] = words.slice(1);
  if (verb?.text !== 'run' && verb?.text !== 'run:detached') return undefined;
  const shape = optionShape('a,app r,remote s,size type e,env');
  const { given, rest } = readLeadingOptions(inner, shape);
  return lineOf(rest, away(`the Heroku app ${lastValue(given, 'app') ?? 'of this folder'}`));
}

function unwrapFly(words: readonly ShellWord[]): Unwrapped | undefined {
  if (words[1]?.text !== 'ssh' || words[2]?.text !== 'console') return undefined;
  const shape = optionShape('a,app C,command r,region s,select c,config');
  const { given } = readLeadingOptions(words.slice(3), shape);
  const via = `the Fly app ${lastValue(given, 'app') ?? 'of this folder'}`;
  return { kind: 'line', text: lastValue(given, 'command') ?? 'sh', ...away(via) };
}

/** Programs that start another one on another machine. */
export const machines: readonly Wrapper[] = [
  { names: ['ssh', 'mosh', 'autossh'], unwrap: unwrapSsh },
  { names: ['kubectl', 'oc', 'k'], unwrap: unwrapKubectl },
  { names: ['heroku'], unwrap: unwrapHeroku },
  { names: ['fly', 'flyctl'], unwrap: unwrapFly },
];
