const nameEnd = /^[A-Za-z0-9_.]*/;

/**
 * phpdotenv replaces `${NAME}` from the last to the first, so that a name may itself hold a reference. A name that
 * is not set stays as it is written.
 */
export function expandPhpReferences(
  value: string,
  dollars: readonly number[],
  resolve: (name: string) => string | undefined,
): string {
  /** What follows, in reverse; the last piece is no longer than a name can be, up to its `}`. */
  const pieces: string[] = [];
  let end = value.length;
  for (const at of [...dollars].reverse()) {
    push(pieces, value.slice(at + 1, end));
    end = at;
    const target = referenceAt(pieces, resolve);
    push(pieces, target ?? '$');
  }
  push(pieces, value.slice(0, end));
  return pieces.reverse().join('');
}

/** Takes `{NAME}` off the pieces where it is set. */
function referenceAt(
  pieces: string[],
  resolve: (name: string) => string | undefined,
): string | undefined {
  if (!pieces.at(-1)?.startsWith('{')) return undefined;
  const seen: string[] = [];
  let name = '';
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index]!;
    const from = seen.length === 0 ? 1 : 0;
    const part = nameEnd.exec(piece.slice(from))![0];
    name += part;
    seen.push(piece);
    const stop = from + part.length;
    if (stop === piece.length) continue;
    const target = piece[stop] === '}' && name !== '' ? resolve(name) : undefined;
    if (target === undefined) return undefined;
    pieces.splice(index, pieces.length - index, ...[piece.slice(stop + 1)].filter(Boolean));
    return target;
  }
  return undefined;
}

function push(pieces: string[], piece: string): void {
  if (piece !== '') pieces.push(piece);
}
