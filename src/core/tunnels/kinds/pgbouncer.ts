import { readOptions } from '../../targets/tools/toolOptions';
import { farTcp, localTcp, portOfText } from '../ends';
import type { Endpoint } from '../../targets/target';
import type { Forward, Tunnel } from '../listener';
import type { TunnelKind } from '../tunnelKind';

const shape = { valued: ['user', 'u'], aliases: {} } as const;

export const pgbouncer: TunnelKind = {
  id: 'pgbouncer',
  programs: ['pgbouncer'],
  read({ args }) {
    const path = readOptions(args, shape).words.at(-1);
    return {
      kind: 'tunnel',
      tool: 'pgbouncer',
      via: 'pgbouncer',
      forwards: [],
      isRelay: true,
      ...(path !== undefined && { elsewhere: { kind: 'pgbouncerFile', path } }),
    };
  },
};

/** Adds the places of its configuration: a database each, `*` for all others. */
export function withPgbouncerFile(tunnel: Tunnel, text: string): Tunnel {
  const lines = sectionsOf(text);
  const port = portOfText(lines.find(({ name }) => name === 'listen_port')?.value) ?? 6432;
  const forwards = lines.flatMap(({ section, name, value }): Forward[] => {
    if (section !== 'databases') return [];
    const far = farOf(value);
    const only = name === '*' ? {} : { database: name };
    return [{ local: localTcp(port, '*'), far, ...only }];
  });
  return { ...tunnel, forwards };
}

interface Line {
  readonly section: string;
  readonly name: string;
  readonly value: string;
}

function sectionsOf(text: string): Line[] {
  let section = '';
  return text.split('\n').flatMap((line): Line[] => {
    section = /^\s*\[(\w+)\]/.exec(line)?.[1] ?? section;
    const [, quoted, plain, value = ''] =
      /^\s*(?:"([^"]*)"|([\w*.-]+))\s*=\s*(.*)$/.exec(line) ?? [];
    const name = quoted ?? plain;
    return name === undefined ? [] : [{ section, name, value: value.trim() }];
  });
}

/** `host=db.example.com port=5432 …`; without a host it is the socket of this machine. */
function farOf(value: string): Endpoint {
  const [, host] = /(?:^|\s)host='?([^\s',]+)/.exec(value) ?? [];
  const port = portOfText(/(?:^|\s)port='?(\d+)/.exec(value)?.[1]) ?? 5432;
  return host === undefined || host.startsWith('/')
    ? { kind: 'socket', path: host ?? '/var/run/postgresql', port }
    : farTcp(host, port);
}
