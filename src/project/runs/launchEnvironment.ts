/** A debug configuration with variables added, in whichever of the forms its debugger takes them. */
export function withLaunchEnvironment<Configuration extends object>(
  configuration: Configuration,
  variables: Readonly<Record<string, string>>,
): Configuration {
  const { env, environment } = configuration as { env?: unknown; environment?: unknown };
  const entries = Object.entries(variables);
  if (Array.isArray(environment)) {
    const added = entries.map(([name, value]) => ({ name, value }));
    return { ...configuration, environment: [...(environment as unknown[]), ...added] };
  }
  if (Array.isArray(env)) {
    const added = entries.map(([name, value]) => `${name}=${value}`);
    return { ...configuration, env: [...(env as unknown[]), ...added] };
  }
  return { ...configuration, env: { ...(env as object | undefined), ...variables } };
}
