import { listOf } from '../lists';
import { scalar, textOf, unknown, type Value } from '../value';

const deepest = 40;

/** Whether a file holds JSON, perhaps with the liberties of JavaScript (`.jsonc`, `.json5`). */
export function isJson(file: string): boolean {
  return /\.json[c5]?$/.test(file);
}

/** `JSON.parse` of a text that is known. */
export function readJson(value: Value): Value {
  const text = textOf(value);
  if (text === undefined)
    return unknown(value.kind === 'unknown' ? value.reason : 'the text is not known', value.trail);
  try {
    return valueOf(JSON.parse(text), value.trail, 0);
  } catch {
    return unknown('the text is not valid JSON', value.trail);
  }
}

function valueOf(json: unknown, trail: Value['trail'], depth: number): Value {
  if (depth > deepest) return unknown('the text is nested too deeply', trail);
  if (Array.isArray(json))
    return listOf(
      json.map((item) => valueOf(item, trail, depth + 1)),
      trail,
    );
  if (typeof json === 'object' && json !== null) {
    const entries = new Map(
      Object.entries(json).map(([key, item]) => [key, valueOf(item, trail, depth + 1)]),
    );
    return { kind: 'map', entries, trail };
  }
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean'
    ? scalar(json, trail)
    : scalar(null, trail);
}
