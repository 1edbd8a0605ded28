import { Setting } from '../../../src/core/environment/setting';
import { reportResolution } from '../../../src/project/report';
import { resolve } from '../../../src/project/resolve';
import { testReader } from '../project/testReader';
import type { Place, Scenario } from './comparison';

/** The first place that we say the command would connect to; `undefined` where we say that it is not known, or none. */
export async function askOurs(
  command: string,
  { cwd, env }: Scenario,
): Promise<Required<Place> | undefined> {
  const settings = Object.entries(env).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const resolution = await resolve(testReader(), {
    cwd,
    root: cwd,
    home: '/nowhere',
    process: { settings },
    labels: [],
    developmentVariables: [],
    command,
  });
  const isUnknown = resolution.targets[0]?.target.unresolved !== undefined;
  const [first] = isUnknown ? [] : reportResolution(resolution, cwd).targets;
  return first && { host: first.host, port: first.port, database: first.database };
}
