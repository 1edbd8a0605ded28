import type { Origin } from '../../../core/environment/setting';
import { scalar, textOf, unknown, type CallArguments, type MadeValue, type Value } from '../value';

const parts = [
  'protocol',
  'username',
  'password',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;

/** `new URL(text, base)`: its parts are attributes, so that code may read and replace them. */
export function createUrl({ positional }: CallArguments, origin: Origin): Value {
  const [first, second] = positional;
  const [text, base] = [first && textOf(first), second && textOf(second)];
  const trail = positional.flatMap((value) => value.trail);
  if (text === undefined || (second && base === undefined))
    return unknown(first?.kind === 'unknown' ? first.reason : 'the URL is not known', trail);
  if (!URL.canParse(text, base)) return unknown('the URL is malformed', trail);
  const url = new URL(text, base);
  const attributes = new Map(
    parts.map((part): [string, Value] => [part, scalar(url[part], trail)]),
  );
  attributes.set('[[href]]', scalar(url.href, trail));
  const args = { positional, named: new Map<string, Value>() };
  return { kind: 'made', maker: 'URL', args, origin, attributes, trail };
}

/** What a URL gives beside its parts, with the parts as they are now. */
export function urlMember(made: MadeValue & Value, name: string): Value | undefined {
  if (made.maker !== 'URL') return undefined;
  const url = currentUrl(made);
  if (!url) return name === 'href' ? unknown('a part of the URL is not known') : undefined;
  const trail = [...made.attributes.values()].flatMap((part) => part.trail);
  if (name === 'href' || name === 'host' || name === 'origin') return scalar(url[name], trail);
  return undefined;
}

export function urlText(made: MadeValue & Value): Value | undefined {
  return urlMember(made, 'href');
}

function currentUrl({ attributes }: MadeValue): URL | undefined {
  const text = (name: string): string | undefined => {
    const value = attributes.get(name);
    return value?.kind === 'scalar' ? String(value.value) : undefined;
  };
  const href = text('[[href]]');
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  for (const part of parts) {
    const value = text(part);
    if (value === undefined) return undefined;
    if (url[part] !== value) url[part] = value;
  }
  return url;
}
