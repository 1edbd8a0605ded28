import { Environment } from '../../src/core/environment/environment';
import { Setting } from '../../src/core/environment/setting';
import { currentRailsEnvironment, railsDatabases } from '../../src/project/frameworks/rails';
import type { RailsValues } from '../../src/project/frameworks/railsUrl';
import type { Outcome, Suite } from './suite';

interface Expected {
  readonly host?: string;
  readonly port?: number | string;
  readonly database?: string;
  readonly adapter?: string;
}

interface Row {
  readonly id: string;
  readonly database_yml_parsed: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly current_env?: string;
  readonly result?: Readonly<Record<string, Expected>>;
  readonly error?: string;
}

export const railsDatabaseConfig: Suite = {
  file: 'rails_database_config.jsonl',
  run: (rows) => (rows as readonly Row[]).map(judge),
};

function judge(row: Row): Outcome {
  const settings = Object.entries(row.env).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const environment = new Environment([{ settings }]);
  const current = row.current_env ?? currentRailsEnvironment(environment);
  const found = railsDatabases(row.database_yml_parsed, environment, current, { version: 6 });
  const own =
    found.kind === 'refused'
      ? 'an error'
      : JSON.stringify(found.databases.map(({ name, values }) => [name, placeOf(values)]));
  const expected = row.result
    ? JSON.stringify(Object.entries(row.result).map(([name, result]) => [name, placeOf(result)]))
    : 'an error';
  return own === expected
    ? { id: row.id, kind: 'passed' }
    : { id: row.id, kind: 'failed', detail: `gives ${own}, not ${expected}` };
}

function placeOf({ host, port, database, adapter }: RailsValues | Expected): string {
  return [adapter, host, port, database].join(' ');
}
