import type { Value } from '../../syntax/evaluation/value';
import { isText, optionOf, settled } from './callOptions';
import type { ArgumentReader, CallParts } from './clientCall';

/** Options as most clients take them: a connection string, or its parts. */
export function partsOfOptions(options: Value | undefined): CallParts {
  const url = optionOf(options, 'connectionString', 'url', 'uri');
  const parts = {
    host: optionOf(options, 'socketPath', 'host', 'hostname', 'server'),
    port: optionOf(options, 'port'),
    database: optionOf(options, 'database', 'db', 'dbname', 'filename', 'storage'),
    user: optionOf(options, 'user', 'username'),
  };
  // Beside a whole connection string, what is not known of the other parts changes nothing.
  const isKnown = ([, part]: readonly [string, Value | undefined]): boolean =>
    part?.kind !== 'unknown';
  return isText(url)
    ? { url, ...Object.fromEntries(Object.entries(parts).filter(isKnown)) }
    : { url, ...parts };
}

/** A connection string or an object with its parts, in the first place. */
export function urlOrOptions(args: ArgumentReader): CallParts {
  return partsOf(args.at(0));
}

export function partsOf(value: Value | undefined): CallParts {
  if (!value) return {};
  const given = settled(value);
  return given.kind === 'map' || given.kind === 'object' || given.kind === 'made'
    ? partsOfOptions(given)
    : { url: given };
}

/** The file in the first place. */
export function fileArgument(args: ArgumentReader): CallParts {
  return { database: args.at(0) };
}
