import { variableOf, type Command } from '../command';
import type { ResourcePlace } from '../resourcePlace';
import { placeAt } from './placeAtHost';

/** The address of the alias that a path starts with: `live/scores/2024`. */
export function placeInMinio(command: Command): ResourcePlace {
  const alias = command.words.findLast((word) => word.includes('/'))?.split('/')[0];
  if (!alias) return { provider: 'MinIO', kind: 'cloud', names: [] };
  const names = [{ what: 'the alias', name: alias }];
  const address = addressOf(alias, command);
  return address === undefined
    ? { provider: 'MinIO', kind: 'cloud', names }
    : placeAt('MinIO', address, names);
}

interface Configuration {
  readonly aliases?: Readonly<Record<string, { readonly url?: unknown } | undefined>>;
}

function addressOf(alias: string, command: Command): string | undefined {
  const variable = variableOf(command, `MC_HOST_${alias}`);
  if (variable) return variable;
  const folder = variableOf(command, 'MC_CONFIG_DIR') ?? `${command.context.home}/.mc`;
  try {
    const text = command.context.readFile(`${folder}/config.json`) ?? '{}';
    const url = (JSON.parse(text) as Configuration).aliases?.[alias]?.url;
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}
