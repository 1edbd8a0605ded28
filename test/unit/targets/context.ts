import { Environment } from '../../../src/core/environment/environment';
import { Setting } from '../../../src/core/environment/setting';
import type { ClientContext, Parsed } from '../../../src/core/targets/grammar';
import { hostOf, portOf } from '../../../src/core/targets/target';

/** The variables and the client's own files that a case wants. */
export function contextOf(
  variables: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): ClientContext {
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const environment = new Environment([{ settings }]);
  return {
    find: (name) => environment.find(name),
    readFile: (path) => files[path],
    home: '/home/user',
    cwd: '/project',
  };
}

/** `user@host:port/database` of what was parsed, or why it was not. */
export function summaryOf(parsed: Parsed | undefined): string {
  if (parsed === undefined) return 'nothing';
  if (parsed.kind === 'invalid') return parsed.reason;
  const { user, database, unresolved } = parsed.connection;
  if (unresolved !== undefined) return unresolved;
  const port = portOf(parsed.connection);
  return `${user === undefined ? '' : `${user}@`}${hostOf(parsed.connection)}${port === null ? '' : `:${port}`}/${database ?? ''}`;
}
