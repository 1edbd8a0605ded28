import { Environment } from '../../src/core/environment/environment';
import { Setting } from '../../src/core/environment/setting';
import type { Endpoint } from '../../src/core/targets/target';
import { mysqlToolTarget } from '../../src/core/targets/tools/mysqlTools';
import { noContext } from './noContext';
import type { Outcome, Suite } from './suite';

interface Row {
  readonly id: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly '~/.my.cnf': string | null;
  readonly attempted: readonly [{ readonly host?: string; readonly socket?: string }];
  readonly transport: 'tcp' | 'unix';
}

export const mysqlCliEffective: Suite = {
  file: 'mysql_cli_effective.jsonl',
  run: (rows) => (rows as readonly Row[]).map(judge),
};

function judge(row: Row): Outcome {
  const settings = Object.entries(row.env).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const environment = new Environment([{ settings }]);
  const parsed = mysqlToolTarget(row.argv, {
    ...noContext,
    find: (name) => environment.find(name),
    readFile: (path) =>
      path === `${noContext.home}/.my.cnf` ? (row['~/.my.cnf'] ?? undefined) : undefined,
  });
  const endpoint = parsed?.kind === 'connection' ? parsed.connection.endpoints[0] : undefined;
  return isAttempted(endpoint, row)
    ? { id: row.id, kind: 'passed' }
    : {
        id: row.id,
        kind: 'failed',
        detail: `${row.argv.join(' ')} leads to ${JSON.stringify(endpoint)}`,
      };
}

function isAttempted(endpoint: Endpoint | undefined, { attempted, transport }: Row): boolean {
  const [{ host, socket }] = attempted;
  return transport === 'tcp'
    ? endpoint?.kind === 'tcp' && endpoint.host === host
    : endpoint?.kind === 'socket' && endpoint.path === socket;
}
