import { variableOf, type Command } from '../command';
import type { PlaceName, ResourcePlace } from '../resourcePlace';

/** Where the names of a place are given: `'the profile': '--profile $AWS_PROFILE'`. Of several, the first that is set counts. */
export type NameSources = Readonly<Record<string, string>>;

/** A place that is told by its names. */
export function namedPlace(
  provider: string,
  sources: NameSources = {},
): (command: Command) => ResourcePlace {
  return (command) => ({ provider, kind: 'cloud', names: namesFrom(sources, command) });
}

export function namesFrom(sources: NameSources, command: Command): readonly PlaceName[] {
  return Object.entries(sources).flatMap(([what, places]) => {
    for (const place of places.split(' ')) {
      const found = place.startsWith('$')
        ? nameInVariable(what, place.slice(1), command)
        : namesInOption(what, place.replace(/^--?/, ''), command);
      if (found.length > 0) return found;
    }
    return [];
  });
}

function nameInVariable(what: string, variable: string, command: Command): readonly PlaceName[] {
  const name = variableOf(command, variable);
  const origin = command.context.find(variable)?.setting.origin;
  return name ? [{ what, name, ...(origin ? { origin } : {}) }] : [];
}

function namesInOption(what: string, option: string, { options }: Command): readonly PlaceName[] {
  return options.flatMap(({ name, value }) =>
    name === option && value ? [{ what, name: value }] : [],
  );
}
