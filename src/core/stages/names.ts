import type { Target } from '../targets/target';
import { normalizeHost } from './place';
import { chosenName } from './providers';
import type { StageFacts } from './stageRule';
import { findEnvironmentWord, type EnvironmentWord } from './words';

/** A name that says an environment, and the words to tell it with. */
export interface NamedPart extends EnvironmentWord {
  /** `the host db-prod.example.com`. */
  readonly what: string;
}

/** The database's name, where a person has chosen it. */
export function databaseWord({ target }: StageFacts): NamedPart | undefined {
  const [endpoint] = target.endpoints;
  const name = endpoint?.kind === 'file' ? basename(endpoint.path) : target.database;
  // Without a database in the connection string, MongoDB clients take `test`: it is nobody's word.
  if (name === undefined || (target.system === 'mongodb' && name === 'test')) return undefined;
  return named(name, `the database ${name}`);
}

export function hostWord({ target, place }: StageFacts): NamedPart | undefined {
  const [endpoint] = target.endpoints;
  if (endpoint?.kind === 'socket') {
    const path = place.kind === 'managed' && chosenName(place.provider, endpoint.path);
    return path ? named(path, `the host ${endpoint.path}`) : undefined;
  }
  if (endpoint?.kind !== 'tcp' && endpoint?.kind !== 'srv') return undefined;
  const host = normalizeHost(endpoint.host);
  const name = place.kind === 'managed' ? chosenName(place.provider, host) : tellingLabels(host);
  return name === undefined ? undefined : named(name, `the host ${endpoint.host}`);
}

export function userWord({ target }: StageFacts): NamedPart | undefined {
  return target.user === undefined ? undefined : named(target.user, `the user ${target.user}`);
}

/** A bastion that is named for development may still lead to production: it tells only where nothing else has a name. */
export function tunnelWord({ target: { via }, place }: StageFacts): NamedPart | undefined {
  const word = via === undefined ? undefined : named(via, `the tunnel ${via}`);
  const isRaising = word?.stage === 'production' || word?.stage === 'staging';
  return place.kind === 'tunnel' || isRaising ? word : undefined;
}

/** The variable and the file that a target was read from: `PROD_DATABASE_URL`, `.env.production`. */
export function settingWords({ target }: StageFacts): NamedPart[] {
  return [target.origin, ...(target.also ?? [])].flatMap(({ name, file }) => {
    const base = file === undefined ? undefined : basename(file);
    return [
      named(name, `the setting ${name}`),
      base === undefined ? undefined : named(base, `the file ${base}`),
    ].filter((part) => part !== undefined);
  });
}

/** How a target is called in a sentence. */
export function nameOf({ endpoints }: Target): string {
  const [endpoint] = endpoints;
  switch (endpoint?.kind) {
    case 'tcp':
    case 'srv':
      return endpoint.host;
    case 'socket':
    case 'file':
      return endpoint.path;
    case 'memory':
      return 'This database';
    case undefined:
      return 'The host';
  }
}

const reservedDomains = new Set(
  'example test invalid internal local localhost localdomain lan corp home intranet private svc'.split(
    ' ',
  ),
);

/** Top-level domains that anyone can have: `db.example.dev` is not a development host. */
const wordsInDomains = new Set(['dev', 'live', 'ci', 'qa', 'local']);

/** The labels of a host that people choose freely: a bought name like `test.io` says nothing of the servers under it. */
export function tellingLabels(host: string): string | undefined {
  if (/^[\d.]+$|:/.test(host)) return undefined;
  const labels = host.split('.');
  if (labels.length === 1) return host;
  const domain = labels.pop()!;
  const registered = labels.pop()!;
  const word = findEnvironmentWord(registered);
  const isBought =
    !reservedDomains.has(domain) && word?.word === registered && word.stage !== 'production';
  const rest = [isBought ? '' : registered, wordsInDomains.has(domain) ? '' : domain];
  return [...labels, ...rest].join('.');
}

function named(name: string, what: string): NamedPart | undefined {
  const word = findEnvironmentWord(name);
  return word && { ...word, what };
}

export function basename(path: string): string {
  return path.split(/[\\/]/).at(-1)!;
}
