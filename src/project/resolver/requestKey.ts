import { createHash } from 'node:crypto';
import type { Setting } from '../../core/environment/setting';
import type { ResolveRequest } from '../request';

/** Settings are read again only where they are others than before: a window hands out the same list while nothing changes. */
const digests = new WeakMap<readonly Setting[], string>();

/** A text that two requests share where both ask the same. No value can be read from it. */
export function requestKey({ process, ...rest }: ResolveRequest): string {
  return `${digestOf(process.settings)} ${JSON.stringify({ ...process, settings: null, rest })}`;
}

function digestOf(settings: readonly Setting[]): string {
  const known = digests.get(settings);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const { name, value, origin } of settings)
    hash.update(JSON.stringify([name, value, origin]));
  const digest = hash.digest('base64');
  digests.set(settings, digest);
  return digest;
}
