import type { Origin, Problem, Setting } from './setting';

/** Settings from one source. Within a layer the last setting of a name counts. */
export interface Layer {
  readonly settings: readonly Setting[];
  /** Set when the source exists and could not be read in full: names that it might hold are in doubt. */
  readonly problem?: Problem;
  /** Lines that the program itself refuses or skips: nothing is in doubt, though a person may expect them to count. */
  readonly remarks?: readonly Problem[];
}

export interface EffectiveSetting {
  readonly setting: Setting;
  /** What the setting wins over, strongest first. */
  readonly overrides: readonly Setting[];
  /** Stronger sources that could not be read, and so might win over it. */
  readonly doubts: readonly Problem[];
}

/** Where the settings are that lost. */
export function overridden({ overrides }: EffectiveSetting): Origin[] {
  return overrides.map(({ origin }) => origin);
}

/** The ordered layers of settings that one run sees. */
export class Environment {
  /** @param layers strongest first */
  constructor(readonly layers: readonly Layer[]) {}

  find(name: string): EffectiveSetting | undefined {
    const doubts: Problem[] = [];
    const found: Setting[] = [];
    for (const { settings, problem } of this.layers) {
      const setting = settings.findLast((candidate) => candidate.name === name);
      if (setting) found.push(setting);
      if (problem && found.length === 0) doubts.push(problem);
    }
    const [setting, ...overrides] = found;
    return setting && { setting, overrides, doubts };
  }

  get(name: string): string | undefined {
    return this.find(name)?.setting.value;
  }

  /** Every name that any layer sets, in the order of the layers. */
  names(): string[] {
    return [...new Set(this.layers.flatMap((layer) => layer.settings.map(({ name }) => name)))];
  }

  /** Sources that could not be read. */
  problems(): Problem[] {
    return this.layers.flatMap(({ problem }) => (problem ? [problem] : []));
  }

  /** Lines that the program itself refuses or skips. */
  remarks(): Problem[] {
    return this.layers.flatMap(({ remarks }) => remarks ?? []);
  }

  /** The same environment with one stronger layer on top. */
  with(layer: Layer): Environment {
    return new Environment([layer, ...this.layers]);
  }
}
