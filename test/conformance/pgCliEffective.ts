import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment } from '../../src/core/environment/environment';
import { Setting } from '../../src/core/environment/setting';
import type { ClientContext, Parsed } from '../../src/core/targets/grammar';
import { postgresToolTarget } from '../../src/core/targets/tools/libpqTools';
import { noContext } from './noContext';
import type { Outcome, Suite } from './suite';

interface Row {
  readonly id: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly attempted?: readonly ({ host: string; port: number } | { socket: string })[];
  readonly error?: string;
}

export const pgCliEffective: Suite = {
  file: 'pg_cli_effective.jsonl',
  run: (rows) => (rows as readonly Row[]).map((row) => check(row, readServices())),
};

/** The service file that the programs were run with. */
function readServices(): string {
  const folder = process.env['SAFETY_CATCH_CONFORMANCE'] ?? join('..', 'shared', 'conformance');
  return readFileSync(join(folder, 'fixtures', 'pg_service.conf'), 'utf8');
}

function check({ id, argv, env, attempted, error }: Row, services: string): Outcome {
  const expected = error === undefined ? JSON.stringify(attempted) : 'refused';
  const actual = summaryOf(postgresToolTarget(argv, contextOf(env, services)));
  return actual === expected
    ? { id, kind: 'passed' }
    : { id, kind: 'failed', detail: `${argv.join(' ')} gave ${actual} for ${expected}` };
}

function summaryOf(parsed: Parsed | undefined): string {
  if (parsed === undefined) return 'nothing';
  if (parsed.kind === 'invalid') return 'refused';
  const places = parsed.connection.endpoints.map((endpoint) => {
    if (endpoint.kind === 'socket') return { socket: `${endpoint.path}/.s.PGSQL.${endpoint.port}` };
    return endpoint.kind === 'tcp' ? { host: endpoint.host, port: endpoint.port } : endpoint;
  });
  return JSON.stringify(places);
}

function contextOf(env: Row['env'], services: string): ClientContext {
  const settings = Object.entries(env).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const environment = new Environment([{ settings }]);
  return {
    ...noContext,
    find: (name) => environment.find(name),
    readFile: (path) => (path === env['PGSERVICEFILE'] ? services : undefined),
  };
}
