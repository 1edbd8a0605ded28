import type { HookVariable } from '../../../src/terminal/hookVariables';

export type Variables = Readonly<Record<string, string>>;

/** The environment of a new process, as VS Code changes it. */
export function applyVariables(
  base: Variables,
  variables: readonly HookVariable[],
): Record<string, string> {
  const env = { ...base };
  for (const { name, action, value } of variables)
    env[name] = action === 'replace' ? value : value + (env[name] ?? '');
  return env;
}
