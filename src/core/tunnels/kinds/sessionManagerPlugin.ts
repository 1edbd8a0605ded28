import { farName, farTcp, isLoopbackName, localTcp, portOfText } from '../ends';
import type { TunnelKind } from '../tunnelKind';

interface Session {
  readonly Target: string;
  readonly DocumentName?: unknown;
  readonly Parameters?: Readonly<Record<string, unknown>>;
}

/**
 * The arguments hold a credential beside the session: only the target, the named parameters and the profile are read.
 */
export const sessionManagerPlugin: TunnelKind = {
  id: 'session-manager-plugin',
  programs: ['session-manager-plugin'],
  read({ args }) {
    const session = findSession(args.join(' '));
    if (!session || !/PortForwarding/.test(String(session.DocumentName))) return undefined;
    const parameter = (name: string): string | undefined => {
      const value = session.Parameters?.[name];
      return Array.isArray(value) ? String(value[0]) : undefined;
    };
    const host = parameter('host');
    const port = portOfText(parameter('portNumber'));
    const isThere = host === undefined || isLoopbackName(host);
    const far = isThere ? farName([session.Target], port) : farTcp(host, port);
    const profile = profileOf(args);
    return {
      kind: 'tunnel',
      tool: 'session-manager-plugin',
      via: `AWS session to ${session.Target}${profile ? ` with profile ${profile}` : ''}`,
      forwards: [{ local: localTcp(portOfText(parameter('localPortNumber'))), far }],
    };
  },
};

/** `RESPONSE REGION StartSession PROFILE REQUEST ENDPOINT`. Where a system joined them by spaces, an empty profile is gone. */
function profileOf(args: readonly string[]): string | undefined {
  const profile = args[args.indexOf('StartSession') + 1];
  return profile && /^[\w.@/+-]+$/.test(profile) && args.includes('StartSession')
    ? profile
    : undefined;
}

function findSession(text: string): Session | undefined {
  for (const json of objectsIn(text)) {
    const value = parse(json);
    if (typeof value === 'object' && value !== null && 'Target' in value)
      if (typeof value.Target === 'string') return value as Session;
  }
  return undefined;
}

/** The texts between outermost braces. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) start = index;
    if (brace === '}' && depth > 0 && --depth === 0) found.push(text.slice(start, index + 1));
  }
  return found;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
