import type { Value } from '../../../syntax/evaluation/value';

/** Names of the attributes of an object and of what it inherits from, the bases first. */
export function memberNames(value: Value, depth = 0): string[] {
  if (value.kind !== 'object' || depth > 20) return [];
  const inherited = value.object.parents.flatMap((parent) => memberNames(parent, depth + 1));
  return [...new Set([...inherited, ...value.object.attributes.keys()])];
}

/** The upper-case names, which are the settings in Flask and Django. */
export function publicNames(value: Value): string[] {
  return memberNames(value).filter((name) => /^[A-Z]/.test(name) && name === name.toUpperCase());
}
