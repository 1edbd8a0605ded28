import { resolve } from 'node:path';
import type { Endpoint } from '../../core/targets/target';
import type { Value } from '../../syntax/evaluation/value';
import type { CallContext, CallParts, ClientCall } from './clientCall';

/** The text of a part that says something. */
export function partText(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && (value.value ?? '') !== '' ? String(value.value) : undefined;
}

/** PostgreSQL's clients take what is not given from their own variables. */
export function variableOf(
  { system, namesHostItself }: ClientCall,
  name: 'PGHOST' | 'PGPORT' | 'PGDATABASE',
  { environment }: CallContext,
): string | undefined {
  const isRead = system === 'postgresql' && (name === 'PGDATABASE' || !namesHostItself);
  return isRead ? environment.get(name) || undefined : undefined;
}

/** The places that parts name, with what the client takes where they say nothing. */
export function endpointsOf(call: ClientCall, parts: CallParts, context: CallContext): Endpoint[] {
  const { system } = call;
  const database = partText(parts.database);
  if (system === 'sqlite')
    return database === ':memory:' || database === undefined
      ? [{ kind: 'memory' }]
      : [{ kind: 'file', path: resolve(context.client.cwd, database) }];
  const host = partText(parts.host) ?? variableOf(call, 'PGHOST', context) ?? call.host;
  const port =
    Number(partText(parts.port)) || Number(variableOf(call, 'PGPORT', context)) || (call.port ?? 0);
  if (host?.startsWith('/'))
    return [{ kind: 'socket', path: host, ...(system === 'postgresql' && { port }) }];
  if (host === undefined && system === 'postgresql')
    return [{ kind: 'socket', path: '/var/run/postgresql', port }];
  return (host ?? 'localhost').split(',').map((name) => {
    const [, own, ownPort] = (call.hostHasPort && /^(.+):(\d+)$/.exec(name.trim())) || [];
    return { kind: 'tcp', host: own ?? name.trim(), port: ownPort ? Number(ownPort) : port };
  });
}
