import { hostOf, portOf } from '../../src/core/targets/target';
import type { Forward, Listener, LocalEnd } from '../../src/core/tunnels/listener';
import { readListener } from '../../src/core/tunnels/readListener';
import type { Outcome, Suite } from './suite';

type Words = Readonly<Record<string, unknown>>;

interface Row {
  readonly id: string;
  readonly argv: readonly string[];
  readonly kind: string;
  readonly local: Words | readonly Words[] | null;
  readonly remote: Words | readonly Words[] | null;
}

const kinds: Readonly<Record<string, string>> = {
  'ssh-mux': 'ssh',
  autossh: 'ssh',
  'ssh-socks': 'ssh',
  'cloud_sql_proxy v1': 'cloud-sql-proxy',
  'alloydb-auth-proxy': 'cloud-sql-proxy',
  'aws-ssm': 'session-manager-plugin',
  'fly-mpg': 'fly',
  'gcloud-iap': 'gcloud',
};

/** Rows that are no tunnels, by what they are instead. */
const others: Readonly<Record<string, Listener['kind']>> = {
  docker: 'container',
  'docker-desktop': 'container',
  podman: 'container',
  'vscode-forward': 'unknown',
  'real-server': 'server',
};

export const tunnelArgv: Suite = {
  file: 'tunnel_argv.jsonl',
  run: (rows) => (rows as readonly Row[]).map(judge),
};

function judge(row: Row): Outcome {
  const failure = failureOf(row, readListener(row.argv));
  return failure === undefined
    ? { id: row.id, kind: 'passed' }
    : { id: row.id, kind: 'failed', detail: failure };
}

function failureOf(row: Row, listener: Listener): string | undefined {
  const other = others[row.kind];
  if (other) return otherFailure(row, listener, other);
  if (listener.kind !== 'tunnel') return `is ${listener.kind}, not a tunnel`;
  if (listener.tool !== (kinds[row.kind] ?? row.kind)) return `is taken for ${listener.tool}`;
  // The child of autossh listens, not autossh itself.
  const locals = row.kind === 'autossh' ? [] : listOf(row.local);
  const remotes = listOf(row.remote);
  const { forwards } = listener;
  const count = Math.max(locals.length, remotes.length);
  if (forwards.length !== count) return `has ${forwards.length} forwards, not ${count}`;
  return forwards
    .map(
      (forward, index) =>
        localFailure(forward.local, locals[index]) ??
        remoteFailure(forward, remotes[index], listener.via),
    )
    .find((failure) => failure !== undefined);
}

function otherFailure(row: Row, listener: Listener, kind: string): string | undefined {
  if (listener.kind !== kind) return `is ${listener.kind}, not ${kind}`;
  const [local, remote] = [listOf(row.local)[0], listOf(row.remote)[0]];
  if (listener.kind !== 'container' || !local || !remote) return undefined;
  return listener.port === local['port'] && listener.address === remote['container_ip']
    ? undefined
    : `is at ${listener.address} by port ${listener.port}`;
}

function listOf(words: Words | readonly Words[] | null): readonly Words[] {
  return words === null
    ? []
    : Array.isArray(words)
      ? (words as readonly Words[])
      : [words as Words];
}

function localFailure(local: LocalEnd, expected: Words | undefined): string | undefined {
  if (!expected) return undefined;
  const found =
    local.kind === 'socket'
      ? { socket: local.path }
      : { host: local.host, port: local.port ?? null };
  return JSON.stringify(found) === JSON.stringify(expected)
    ? undefined
    : `listens at ${JSON.stringify(found)}`;
}

/** Every word that identifies the far end must be in its host or in what is told of the tunnel. */
function remoteFailure(
  { far }: Forward,
  expected: Words | undefined,
  via: string,
): string | undefined {
  if (!expected) return far ? `leads to ${hostOf({ endpoints: [far] })}` : undefined;
  if (!far) return 'has no far end';
  const endpoints = [far];
  const host = hostOf({ endpoints })!;
  const { host: name, port, socket, via: exit, jump = [], ...words } = expected;
  const isExit = name === 'localhost' || socket !== undefined;
  const wanted = isExit ? withoutUser(exit) : name;
  if (wanted !== undefined && host !== wanted) return `leads to ${host}`;
  if (port !== undefined && portOf({ endpoints }) !== port) return `leads to another port`;
  const told = [
    ...Object.values(words),
    ...(jump as string[]),
    ...(exit ? [withoutUser(exit)] : []),
  ];
  const lost = told
    .flatMap((word) => partsOf(word))
    .find((word) => !`${host} ${via}`.includes(word));
  return lost === undefined ? undefined : `does not tell ${lost}`;
}

function withoutUser(exit: unknown): string {
  return String(exit).replace(/^.*@/, '');
}

function partsOf(word: unknown): string[] {
  return String(word)
    .split('/')
    .filter((part) => !['projects', 'locations', 'clusters', 'instances'].includes(part));
}
