import type { ShellWord } from '../../core/environment/shellRun';
import { allValues, lastValue, type GivenOptions } from '../../core/targets/tools/toolOptions';
import { remoteEngine } from '../../core/tunnels/containerEngine';
import { optionShape, readLeadingOptions } from '../leadingOptions';
import type { Changes, Elsewhere, Unwrapped, Wrapper } from '../wrapper';
import { assignmentsIn, programOf } from './behind';

const engineShape = optionShape('H,host c,context config l,log-level');
const composeShape = optionShape(
  'f,file p,project-name env-file profile project-directory ansi parallel progress',
);
const startShape = optionShape(
  'e,env env-file u,user w,workdir v,volume mount p,publish name network entrypoint l,label index platform m,memory cpus h,hostname add-host',
  'i,interactive t,tty T,no-TTY d,detach rm',
);

/** A container sees none of the variables outside but those that it is given. */
function changesOf(given: GivenOptions, elsewhere: Elsewhere): Changes {
  const variables = allValues(given, 'env');
  const paths = allValues(given, 'env-file');
  return {
    keeps: variables.filter((name) => !name.includes('=')),
    settings: assignmentsIn(variables),
    ...(paths.length > 0
      ? { envFiles: { paths, loader: 'docker-env-file', override: false } }
      : {}),
    elsewhere,
  };
}

function start(
  words: readonly ShellWord[],
  placeOf: (name: string) => Elsewhere,
): Unwrapped | undefined {
  const { given, rest } = readLeadingOptions(words, startShape);
  const [place, ...inner] = rest;
  return programOf(inner, changesOf(given, placeOf(place?.text ?? place?.raw ?? '')));
}

function unwrapCompose(words: readonly ShellWord[], engine?: string): Unwrapped | undefined {
  const { given, rest } = readLeadingOptions(words, composeShape);
  const verb = rest[0]?.text;
  if (verb !== 'run' && verb !== 'exec') return undefined;
  return start(rest.slice(1), (name) =>
    engine === undefined
      ? { kind: 'service', name, composeFiles: allValues(given, 'file') }
      : { kind: 'machine', via: `the service ${name} on ${engine}` },
  );
}

function unwrapEngine(words: readonly ShellWord[]): Unwrapped | undefined {
  const { given, rest } = readLeadingOptions(words.slice(1), engineShape);
  const engine = remoteEngine({
    host: lastValue(given, 'host'),
    context: lastValue(given, 'context'),
  });
  const [verb, ...inner] = rest;
  if (verb?.text === 'compose') return unwrapCompose(inner, engine);
  const action = verb?.text === 'container' ? inner.shift()?.text : verb?.text;
  if (action !== 'exec' && action !== 'run') return undefined;
  return start(inner, (name) => {
    if (engine !== undefined) return { kind: 'machine', via: `the container ${name} on ${engine}` };
    return action === 'exec'
      ? { kind: 'container', name }
      : { kind: 'machine', via: `a container of ${name}` };
  });
}

export const containers: readonly Wrapper[] = [
  { names: ['docker', 'podman', 'nerdctl'], unwrap: unwrapEngine },
  {
    names: ['docker-compose', 'podman-compose'],
    unwrap: (words) => unwrapCompose(words.slice(1)),
  },
];
