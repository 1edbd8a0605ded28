import type { Parsed } from './grammar';
import { readHostList } from './hostList';
import { safeConnection } from './safeConnection';
import type { Endpoint } from './target';

const refusal = (reason: string): Parsed => ({ kind: 'invalid', system: 'oracle', reason });

/** What follows `oracle:thin:`: `user/password@` and a descriptor, `//host:port/service`, `host:port:sid` or an alias. */
export function readOracle(text: string): Parsed {
  const rest = text.replace(/^oracle:\w+:/, '');
  const at = rest.lastIndexOf('@');
  if (at < 0) return refusal('The Oracle URL has no "@" before its place.');
  const user = rest.slice(0, at).split('/', 1)[0];
  const place = rest.slice(at + 1);
  const found = place.startsWith('(') ? readDescriptor(place) : readEasy(place);
  if (!found)
    return refusal('The Oracle URL names its place by an alias or in a form that is not read.');
  const { endpoints, database } = found;
  return safeConnection({
    system: 'oracle',
    endpoints,
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
  });
}

interface Place {
  readonly endpoints: readonly Endpoint[];
  readonly database: string | undefined;
}

function readDescriptor(text: string): Place | undefined {
  const hosts = [...text.matchAll(/\(\s*HOST\s*=\s*([^()\s]+)\s*\)/gi)];
  const ports = [...text.matchAll(/\(\s*PORT\s*=\s*(\d{1,5})\s*\)/gi)];
  const list = hosts.map(([, host = ''], index) => `${host}:${ports[index]?.[1] ?? ''}`).join(',');
  const endpoints = readHostList(list, 1521);
  const database = /\(\s*(?:SERVICE_NAME|SID)\s*=\s*([^()\s]+)\s*\)/i.exec(text)?.[1];
  return endpoints && { endpoints, database };
}

function readEasy(text: string): Place | undefined {
  const [, hosts = '', separator, database] =
    /^(?:tcps?:)?(?:\/\/)?((?:\[[^\]]*\]|[^:/?\s])+(?::\d{1,5}(?:,[^:/?\s]+:\d{1,5})*)?)(?:([:/])([^:/?\s]+))?/i.exec(
      text,
    ) ?? [];
  // A bare word is an alias of tnsnames.ora, which may point anywhere.
  if (separator === undefined && !/^(?:tcps?:)?\/\/|:\d/.test(text)) return undefined;
  const endpoints = readHostList(hosts, 1521);
  return endpoints && { endpoints, database };
}
