import { ConnectionUrl } from '../../src/core/targets/connectionUrl';
import type { Grammar, Parsed } from '../../src/core/targets/grammar';
import { libpq } from '../../src/core/targets/grammars/libpq';
import { nodePostgres } from '../../src/core/targets/grammars/nodePostgres';
import { hostOf, portOf } from '../../src/core/targets/target';
import { noContext } from './noContext';
import type { Outcome, Suite } from './suite';

interface Row {
  readonly id: string;
  readonly parser: 'libpq' | 'pg-connection-string';
  readonly uri: string;
  readonly options?: object;
  readonly error?: string;
  readonly expected?: Readonly<Record<string, unknown>>;
}

const grammars: Readonly<Record<Row['parser'], Grammar>> = {
  libpq,
  'pg-connection-string': nodePostgres,
};

export const postgresUri: Suite = {
  file: 'postgres_uri.jsonl',
  run: (rows) => (rows as readonly Row[]).map(check),
};

function check(row: Row): Outcome {
  const parsed = grammars[row.parser].parse(new ConnectionUrl(row.uri), noContext);
  if (isAboutTls(row))
    return { id: row.id, kind: 'notFollowed', reason: 'settings of TLS move no place' };
  if (row.error)
    return parsed.kind === 'invalid' ? passed(row) : failed(row, 'it should be refused');
  const differences = Object.entries(fieldsOf(row)).filter(
    ([name, value]) => value !== undefined && actualFields(parsed)[name] !== value,
  );
  return differences.length === 0 ? passed(row) : failed(row, JSON.stringify(differences));
}

/** Rows whose error hangs on certificates. */
function isAboutTls({ error, options, uri }: Row): boolean {
  return error !== undefined && (options !== undefined || uri.includes('uselibpqcompat'));
}

/** What a row says about the place, in terms of the effective connection: a missing field takes the client's default. */
function fieldsOf({ parser, expected = {} }: Row): Readonly<Record<string, unknown>> {
  const { host, hostaddr, port, user } = expected;
  const database = expected['dbname'] ?? expected['database'];
  if (parser === 'pg-connection-string')
    return {
      host: host === '' ? 'localhost' : host,
      port: port === undefined ? undefined : Number(port) || 5432,
      user,
      database: database ?? undefined,
    };
  return {
    host: hostaddr ?? host ?? '/var/run/postgresql',
    port: Number(port ?? 5432),
    user: user ?? null,
    database: database ?? user ?? null,
  };
}

function actualFields(parsed: Parsed): Readonly<Record<string, unknown>> {
  if (parsed.kind === 'invalid') return { refused: parsed.reason };
  const { connection } = parsed;
  return {
    host: hostOf(connection),
    port: portOf(connection),
    user: connection.user ?? null,
    database: connection.database ?? null,
  };
}

function passed({ id }: Row): Outcome {
  return { id, kind: 'passed' };
}

function failed({ id, uri }: Row, detail: string): Outcome {
  return { id, kind: 'failed', detail: `${uri}: ${detail}` };
}
