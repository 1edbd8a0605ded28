import { optionOf } from './callOptions';
import type { ArgumentReader, CallParts } from './clientCall';
import { partsOf, partsOfOptions } from './optionParts';

/** postgres.js: `postgres(url, options)` or `postgres(options)`. */
export function postgresJsArguments(args: ArgumentReader): CallParts {
  const first = args.at(0);
  if (first?.kind === 'map' || !first) return partsOfOptions(first);
  return { ...partsOfOptions(args.at(1)), url: first };
}

/** mongoose and NestJS: a connection string, and `dbName` that wins over its path. */
export function mongooseArguments(args: ArgumentReader): CallParts | undefined {
  const first = args.at(0);
  return first && { url: first, database: optionOf(args.at(1), 'dbName') };
}

/** `client.db('name')`: the server is that of the client. */
export function mongoDatabase(args: ArgumentReader): CallParts | undefined {
  const url = args.self?.args.positional[0];
  return url && { url, database: args.at(0) };
}

/** ioredis: the first of a cluster's nodes. */
export function redisCluster(args: ArgumentReader): CallParts | undefined {
  const nodes = args.at(0);
  const first = nodes?.kind === 'list' ? nodes.items[0] : nodes;
  return first && partsOf(first);
}

/** ioredis: `(port, host)`, `(url)`, `(options)`; node-redis: `({ url, socket, database })`. */
export function redisArguments(args: ArgumentReader): CallParts {
  const first = args.at(0);
  const isPort = first?.kind === 'scalar' && typeof first.value === 'number';
  if (isPort) return { port: first, host: args.at(1) };
  if (first?.kind !== 'map') return first ? { url: first } : {};
  const sentinels = optionOf(first, 'sentinels');
  if (sentinels?.kind === 'list') return partsOf(sentinels.items[0]);
  const socket = optionOf(first, 'socket');
  return {
    ...partsOfOptions(first),
    ...(socket?.kind === 'map'
      ? { host: optionOf(socket, 'host', 'path'), port: optionOf(socket, 'port') }
      : {}),
    database: optionOf(first, 'db', 'database'),
  };
}
