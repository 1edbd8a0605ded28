import { Setting, type Origin } from '../../core/environment/setting';

interface PackedSetting {
  readonly packedSetting: readonly [name: string, value: string, origin: Origin];
}

/**
 * The same data for another thread of this process, to which objects are copied: a setting hides its value from all that
 * copies. What comes out of here holds secrets in plain sight, and goes nowhere but into a message.
 */
export function packSettings(data: unknown): unknown {
  return mapObjects(data, (object): PackedSetting | undefined =>
    object instanceof Setting
      ? { packedSetting: [object.name, object.value, object.origin] }
      : undefined,
  );
}

export function unpackSettings(data: unknown): unknown {
  return mapObjects(data, (object) =>
    isPacked(object) ? new Setting(...object.packedSetting) : undefined,
  );
}

function isPacked(object: object): object is PackedSetting {
  return 'packedSetting' in object;
}

/** What is one object in several places is one again: the runs of a line share most of their settings. */
function mapObjects(data: unknown, replace: (object: object) => object | undefined): unknown {
  const seen = new Map<object, object>();
  const map = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const known = seen.get(part);
    if (known) return known;
    const mapped = replace(part) ?? mapParts(part, map);
    seen.set(part, mapped);
    return mapped;
  };
  return map(data);
}

function mapParts(object: object, map: (part: unknown) => unknown): object {
  if (Array.isArray(object)) return object.map(map);
  return Object.fromEntries(Object.entries(object).map(([key, part]) => [key, map(part)]));
}
