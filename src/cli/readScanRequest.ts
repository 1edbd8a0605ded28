import { resolve as absolutePath } from 'node:path';
import { severities, type Severity } from '../core/findings/severity';
import { UserError } from '../errors';
import { readPlace, type GivenValues, type Request } from './readRequest';

export interface ScanCommand {
  readonly place: Omit<Request, 'command' | 'named'>;
  /** Absolute. */
  readonly paths: readonly [string, ...string[]];
  readonly format: 'text' | 'json' | 'sarif';
  /** From which severity on the scan fails; never, where it is left out. */
  readonly failOn?: Severity;
}

export function readScanRequest(
  values: GivenValues,
  [first, ...others]: readonly string[],
): ScanCommand {
  if (first === undefined) throw new UserError('scan needs a PATH.');
  if (values.json && values.sarif)
    throw new UserError('Only one of --json and --sarif is written.');
  const place = readPlace(values);
  const absolute = (path: string): string => absolutePath(place.cwd, path);
  const failOn = readLevel(values['fail-on']);
  return {
    place,
    paths: [absolute(first), ...others.map(absolute)],
    format: values.json ? 'json' : values.sarif ? 'sarif' : 'text',
    ...(failOn ? { failOn } : {}),
  };
}

function readLevel(given: string | undefined): Severity | undefined {
  if (given === undefined) return undefined;
  const level = severities.find((severity) => severity === given);
  if (level) return level;
  throw new UserError(`--fail-on takes ${severities.join(', ')}.`);
}
