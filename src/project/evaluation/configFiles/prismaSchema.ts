/** One field of a schema's datasource: a text, or the name of the variable that gives it. */
export type PrismaField = { readonly line: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
);

export interface PrismaDatasource {
  readonly name: string;
  readonly provider: string;
  readonly url?: PrismaField;
  readonly directUrl?: PrismaField;
}

/** The first `datasource` block of a `schema.prisma`; `undefined` where there is none. */
export function readPrismaSchema(text: string): PrismaDatasource | undefined {
  const lines = text.split('\n').map(withoutComment);
  const start = lines.findIndex((line) => /^\s*datasource\s+\w+\s*\{/.test(line));
  if (start < 0) return undefined;
  const name = /datasource\s+(\w+)/.exec(lines[start] ?? '')?.[1] ?? '';
  const fields = new Map<string, PrismaField>();
  for (let index = start; index < lines.length; index++) {
    const line = (lines[index] ?? '').replace(/^\s*datasource\s+\w+\s*\{/, '');
    const [, key, value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*\}?\s*$/.exec(line) ?? [];
    const field = key === undefined ? undefined : fieldOf(value, index + 1);
    if (key !== undefined && field) fields.set(key, field);
    if (line.includes('}') && !/"[^"]*\}[^"]*"/.test(line)) break;
  }
  const [provider, url, directUrl] = ['provider', 'url', 'directUrl'].map((key) => fields.get(key));
  return {
    name,
    provider: provider?.kind === 'text' ? provider.text : '',
    ...(url ? { url } : {}),
    ...(directUrl ? { directUrl } : {}),
  };
}

function fieldOf(value: string, line: number): PrismaField | undefined {
  const name = /^env\(\s*"([^"]+)"\s*\)$/.exec(value)?.[1];
  if (name !== undefined) return { kind: 'variable', name, line };
  const text = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  return text === undefined
    ? undefined
    : { kind: 'text', text: text.replace(/\\(.)/g, '$1'), line };
}

/** What stands before `//`, unless that is within a text, as in every URL. */
function withoutComment(line: string): string {
  let isText = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') isText = !isText;
    else if (!isText && line.startsWith('//', at)) return line.slice(0, at);
  }
  return line;
}
