import type { LoadRequest } from './loader';

/** The variable of the process, as the loader finds it before it reads any file. */
export function variable({ process }: LoadRequest, name: string): string | undefined {
  return process.settings.findLast((setting) => setting.name === name)?.value;
}
