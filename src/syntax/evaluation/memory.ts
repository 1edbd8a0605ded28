import { oneOf, type Value } from './value';

interface Write {
  readonly map: Map<string, Value>;
  readonly key: string;
  readonly before: Value | undefined;
}

type Written = Map<Map<string, Value>, Map<string, Value | undefined>>;

/** How one of two ways went: whether it goes on, and what it gave. */
export interface Way<T> {
  readonly result: T;
  /** The program stops on that way, so nothing that it wrote is ever seen. */
  readonly stops: boolean;
}

/** Every change of a name, attribute or entry goes through here, so that two ways of a branch can be laid beside each other. */
export class Memory {
  #log: Write[] = [];
  /** When each way started that is being followed; the innermost last. */
  readonly #starts: number[] = [];
  readonly #births = new WeakMap<Map<string, Value>, number>();
  #time = 0;

  /** Whether what runs now may also not run. */
  get isUncertain(): boolean {
    return this.#starts.length > 0;
  }

  /** Notes that a map is new: what a way writes into a map of its own need not be taken back. */
  born<M extends Map<string, Value>>(map: M): M {
    if (this.isUncertain) this.#births.set(map, ++this.#time);
    return map;
  }

  set(map: Map<string, Value>, key: string, value: Value): void {
    const start = this.#starts.at(-1);
    if (start !== undefined && (this.#births.get(map) ?? 0) <= start)
      this.#log.push({ map, key, before: map.get(key) });
    map.set(key, value);
  }

  /**
   * Follows two ways of which one is taken, from the same start. What only one of them writes is afterwards either that,
   * or what it was; `absent` stands for what was not there, where that is a value.
   */
  both<T>(first: () => Way<T>, second: () => Way<T>, absent?: Value): readonly [Way<T>, Way<T>] {
    const [one, ofFirst] = this.#way(first);
    const [other, ofSecond] = this.#way(second);
    this.#settle(one.stops ? undefined : ofFirst, other.stops ? undefined : ofSecond, absent);
    return [one, other];
  }

  #way<T>(follow: () => Way<T>): readonly [Way<T>, Written] {
    const start = this.#log.length;
    this.#starts.push(++this.#time);
    try {
      const way = follow();
      return [way, this.#takeBack(start)];
    } finally {
      this.#starts.pop();
    }
  }

  #takeBack(start: number): Written {
    const written: Written = new Map();
    for (const { map, key, before } of this.#log.splice(start).reverse()) {
      const keys = written.get(map) ?? new Map<string, Value | undefined>();
      if (!keys.has(key)) keys.set(key, map.get(key));
      written.set(map, keys);
      if (before) map.set(key, before);
      else map.delete(key);
    }
    return written;
  }

  #settle(
    first: Written | undefined,
    second: Written | undefined,
    absent: Value | undefined,
  ): void {
    for (const map of new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])) {
      const [one, other] = [first?.get(map), second?.get(map)];
      for (const key of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
        const before = map.get(key) ?? absent;
        const values = [
          ...(first ? [one?.get(key) ?? before] : []),
          ...(second ? [other?.get(key) ?? before] : []),
        ].filter((value) => value !== undefined);
        if (values.length > 0) this.set(map, key, oneOf(values));
      }
    }
  }
}
