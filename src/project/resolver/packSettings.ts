import { Setting, type Origin } from '../../core/environment/setting';

interface PackedSetting {
  readonly packedSetting: readonly [name: string, value: string, origin: Origin];
}

/**
 * The same data for another thread of this process, to which objects are copied: a setting hides its value from all that
 * copies. What comes out of here holds secrets in plain sight, and goes nowhere but into a message.
 */
export function packSettings(data: unknown): unknown {
  if (data instanceof Setting) {
    const packed: PackedSetting = { packedSetting: [data.name, data.value, data.origin] };
    return packed;
  }
  return mapParts(data, packSettings);
}

export function unpackSettings(data: unknown): unknown {
  if (isPacked(data)) return new Setting(...data.packedSetting);
  return mapParts(data, unpackSettings);
}

function isPacked(data: unknown): data is PackedSetting {
  return typeof data === 'object' && data !== null && 'packedSetting' in data;
}

function mapParts(data: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(data)) return data.map(change);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, change(part)]));
}
