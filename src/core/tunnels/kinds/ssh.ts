import {
  isGiven,
  lastValue,
  readOptions,
  type GivenOptions,
} from '../../targets/tools/toolOptions';
import type { Forward, Listener, Tunnel } from '../listener';
import { dynamicForward, localForward, localForwardOfConfig } from '../sshForward';
import type { TunnelKind } from '../tunnelKind';

const shape = {
  valued: [...'BbcDEeFIiJLlmOopQRSWw'],
  aliases: {},
  bundles: true,
  stopsAtWord: true,
} as const;

/** A virtual machine for containers on this machine forwards its ports by such a connection. */
const containerMachine = /[/._]lima\b|[/._]colima\b/;

export const ssh: TunnelKind = {
  id: 'ssh',
  programs: ['ssh', 'autossh'],
  read({ program, args }) {
    if (args.includes('[mux]')) return readMultiplexer(args);
    const { given, destination } = readArguments(args, program === 'autossh');
    if (destination === undefined) return undefined;
    const host = hostOfDestination(destination);
    const file = lastValue(given, 'F');
    return {
      kind: 'tunnel',
      tool: 'ssh',
      via: sshVia(host, lastValue(given, 'J')),
      forwards: forwardsOf(given, host),
      elsewhere: { kind: 'sshConfig', destination, ...(file !== undefined && { file }) },
    };
  },
};

/** Options stand before the destination and after it; what follows the next word is a command for the other side. */
function readArguments(
  args: readonly string[],
  isAutossh: boolean,
): { readonly given: GivenOptions; readonly destination?: string } {
  const own = isAutossh ? { ...shape, valued: [...shape.valued, 'M'] } : shape;
  const before = readOptions(args, own);
  const [destination, ...rest] = before.words;
  const after = readOptions(rest, own);
  return { given: { options: [...before.options, ...after.options], words: [] }, destination };
}

function forwardsOf(given: GivenOptions, host: string): Forward[] {
  const isOpen =
    isGiven(given, 'g') ||
    given.options.some(({ value }) => /^GatewayPorts[= ]yes$/i.test(value ?? ''));
  const found = given.options.flatMap(({ name, value = '' }) => {
    if (name === 'L') return localForward(value, host) ?? [];
    if (name === 'D') return dynamicForward(value);
    if (name !== 'o') return [];
    const [, keyword = '', text = ''] = /^\s*(\w+)[\s=]+(.*)$/s.exec(value) ?? [];
    if (keyword.toLowerCase() === 'dynamicforward') return dynamicForward(text);
    return keyword.toLowerCase() === 'localforward' ? (localForwardOfConfig(text, host) ?? []) : [];
  });
  return isOpen ? found.map(openToAll) : found;
}

/** `-g` opens those to other machines that name no address of their own. */
function openToAll(forward: Forward): Forward {
  const { local } = forward;
  return local.kind === 'tcp' && local.host === '127.0.0.1'
    ? { ...forward, local: { ...local, host: '*' } }
    : forward;
}

function readMultiplexer(args: readonly string[]): Listener {
  const [path = ''] = args;
  if (containerMachine.test(path)) return { kind: 'container', tool: 'ssh' };
  const name = path.split('/').at(-1)!;
  return { kind: 'tunnel', tool: 'ssh', via: `ssh connection ${withoutUsers(name)}`, forwards: [] };
}

/** Adds what `ssh -G` prints of the user's configuration. It also tells the real name behind an alias. */
export function withSshConfig(tunnel: Tunnel, printed: string): Tunnel {
  if (tunnel.elsewhere?.kind !== 'sshConfig') return tunnel;
  const host = hostOfDestination(tunnel.elsewhere.destination);
  const lines = printed.split('\n').map((line) => /^(\w+) (.*)$/.exec(line.trim()) ?? []);
  const valuesOf = (keyword: string): string[] =>
    lines.flatMap(([, name, value]) => (name === keyword && value ? [value] : []));
  const [hostname] = valuesOf('hostname');
  const [jump] = valuesOf('proxyjump').filter((name) => name !== 'none');
  const forwards = [
    ...valuesOf('localforward').flatMap((text) => localForwardOfConfig(text, host) ?? []),
    ...valuesOf('dynamicforward').flatMap(dynamicForward),
  ];
  const name = hostname && hostname !== host ? `${host} (${hostname})` : host;
  return { ...tunnel, via: sshVia(name, jump), forwards: [...tunnel.forwards, ...forwards] };
}

/** People name their users after themselves and their roles, so users say nothing of the place. */
function hostOfDestination(destination: string): string {
  const uri = /^ssh:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/]*)/.exec(destination);
  return (uri?.[1] ?? withoutUsers(destination)).replace(/^\[(.*)\]$/, '$1');
}

function withoutUsers(text: string): string {
  return text.replace(/^.*@/s, '');
}

function sshVia(host: string, jump: string | undefined): string {
  const jumps = jump?.split(',').map(hostOfDestination).join(', ');
  return jumps ? `ssh to ${host} through ${jumps}` : `ssh to ${host}`;
}
