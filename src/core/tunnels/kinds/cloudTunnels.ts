import { lastValue, readOptions, type OptionShape } from '../../targets/tools/toolOptions';
import type { Endpoint } from '../../targets/target';
import { farName, localOfText, localTcp, portOfText } from '../ends';
import type { LocalEnd } from '../listener';
import type { TunnelKind } from '../tunnelKind';

type Value = (name: string) => string | undefined;

/** A tool of a cloud that names its far end in a few options. */
interface Row {
  readonly id: string;
  readonly programs: readonly string[];
  /** The words that make it a tunnel. */
  readonly verbs: readonly string[];
  readonly valued: readonly string[];
  readonly aliases?: OptionShape['aliases'];
  /** @param words what follows the verbs */
  local(value: Value, words: readonly string[]): LocalEnd;
  far(value: Value, words: readonly string[]): Endpoint | undefined;
  via(value: Value, words: readonly string[]): string;
}

const named = (name: string | undefined, port?: string): Endpoint | undefined =>
  name === undefined ? undefined : farName([name], portOfText(port));

const rows: readonly Row[] = [
  {
    id: 'gcloud',
    programs: ['gcloud'],
    verbs: ['start-iap-tunnel'],
    valued: ['local-host-port', 'zone', 'project', 'region', 'network', 'dest-group', 'account'],
    local: (value) => localOfText(value('local-host-port')),
    far: (_, [instance, port]) => named(instance, port),
    via: (value) => `gcloud IAP tunnel${inside(' in project', value('project'))}`,
  },
  {
    id: 'az',
    programs: ['az', 'azure.cli'],
    verbs: ['network', 'bastion', 'tunnel'],
    valued: ['name', 'resource-group', 'target-resource-id', 'target-ip-address'].concat([
      'resource-port',
      'port',
      'subscription',
      'timeout',
    ]),
    aliases: { n: 'name', g: 'resource-group' },
    local: (value) => localTcp(portOfText(value('port'))),
    far: (value) =>
      named(
        value('target-resource-id')?.split('/').at(-1) ?? value('target-ip-address'),
        value('resource-port'),
      ),
    via: (value) =>
      `az bastion tunnel${inside(' through', value('name'))}${inside(' in', value('resource-group'))}`,
  },
  {
    id: 'cloudflared',
    programs: ['cloudflared'],
    verbs: ['access'],
    valued: [
      'hostname',
      'url',
      'destination',
      'loglevel',
      'service-token-id',
      'service-token-secret',
    ].concat(['header', 'logfile', 'tunnel-host', 'listener', 'id', 'secret']),
    aliases: { T: 'hostname', L: 'url', 'tunnel-host': 'hostname', listener: 'url', H: 'header' },
    local: (value) => localOfText(value('url')?.replace(/^\w+:\/\//, '')),
    far: (value) => named(value('hostname')?.replace(/^\w+:\/\//, '')),
    via: () => 'cloudflared access',
  },
  {
    id: 'boundary',
    programs: ['boundary'],
    verbs: ['connect'],
    valued: [
      'target-id',
      'target-name',
      'target-scope-name',
      'target-scope-id',
      'listen-port',
    ].concat([
      'listen-addr',
      'host-id',
      'addr',
      'token',
      'authz-token',
      'exec',
      'username',
      'dbname',
    ]),
    local: (value) => localTcp(portOfText(value('listen-port')), value('listen-addr')),
    far: (value) => named(value('target-name') ?? value('target-id')),
    via: (value) => `boundary connect${inside(' in', value('target-scope-name'))}`,
  },
  {
    id: 'pscale',
    programs: ['pscale'],
    verbs: ['connect'],
    valued: [
      'port',
      'host',
      'org',
      'role',
      'execute',
      'remote-addr',
      'api-token',
      'api-url',
    ].concat([
      'service-token',
      'service-token-id',
      'config',
      'format',
      'execute-protocol',
      'execute-env-url',
    ]),
    local: (value) => localTcp(portOfText(value('port')), value('host')),
    far: (_, [database, branch]) =>
      database === undefined ? undefined : farName([branch, database]),
    via: (value, words) => `pscale connect to ${words.join(' ')}${inside(' in', value('org'))}`,
  },
];

export const cloudTunnels: readonly TunnelKind[] = rows.map((row) => ({
  id: row.id,
  programs: row.programs,
  read({ args }) {
    const given = readOptions(args, { aliases: {}, ...row });
    const at = given.words.indexOf(row.verbs[0]!);
    const isTunnel = at >= 0 && row.verbs.every((verb, index) => given.words[at + index] === verb);
    if (!isTunnel) return undefined;
    const words = given.words.slice(at + row.verbs.length);
    const value: Value = (name) => lastValue(given, name);
    const far = row.far(value, words);
    const forwards = [{ local: row.local(value, words), ...(far && { far }) }];
    return { kind: 'tunnel', tool: row.id, via: row.via(value, words), forwards };
  },
}));

function inside(words: string, name: string | undefined): string {
  return name === undefined ? '' : `${words} ${name}`;
}
