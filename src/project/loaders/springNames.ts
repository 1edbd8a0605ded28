import { Environment } from '../../core/environment/environment';
import { Setting } from '../../core/environment/setting';

/** Relaxed binding: `spring.data-source.url` is SPRING_DATASOURCE_URL as a variable. */
export function environmentName(property: string): string {
  return property
    .replaceAll('-', '')
    .replace(/\[(\d+)\]/g, '_$1')
    .replaceAll('.', '_')
    .toUpperCase();
}

const placeholder = /\$\{([^${}:]+)(?::((?:[^{}]|\{[^{}]*\})*))?\}/g;
const deepest = 8;
/** Placeholders that name each other grow without end. */
const most = 1000;

/** Fills `${NAME:default}` in from the same environment. What nothing names stays as it is written. */
export function resolvePlaceholders(environment: Environment): Environment {
  let left = most;
  const resolve = (text: string, depth: number): string =>
    text.replace(placeholder, (written, name: string, fallback?: string) => {
      if (depth > deepest || left-- <= 0) return written;
      const value = environment.get(name) ?? environment.get(environmentName(name)) ?? fallback;
      return value === undefined ? written : resolve(value, depth + 1);
    });
  return new Environment(
    environment.layers.map((layer) => ({
      ...layer,
      settings: layer.settings.map((setting) =>
        setting.origin.kind === 'file' && setting.value.includes('${')
          ? new Setting(setting.name, resolve(setting.value, 0), setting.origin)
          : setting,
      ),
    })),
  );
}
