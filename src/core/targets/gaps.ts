import type { Origin } from '../environment/setting';
import type { ClientContext } from './grammar';

/** Takes what a connection string leaves out from variables, and remembers those that gave something. */
export class Gaps {
  readonly also: Origin[] = [];

  constructor(private readonly find: ClientContext['find']) {}

  fill(own: string | null | undefined, ...variables: readonly string[]): string | undefined {
    if (own) return own;
    for (const name of variables) {
      const setting = this.find(name)?.setting;
      if (!setting?.value) continue;
      this.also.push(setting.origin);
      return setting.value;
    }
    return undefined;
  }
}
