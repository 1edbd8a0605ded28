export interface Insertion {
  /** Where a command begins: the count of characters before it. */
  readonly at: number;
  /** Values need no quotes. */
  readonly assignments: readonly { readonly name: string; readonly value: string }[];
}

/** The line with assignments in front of commands, each place once. */
export function insertAssignments(line: string, insertions: readonly Insertion[]): string {
  const byPlace = new Map<number, Set<string>>();
  for (const { at, assignments } of insertions)
    byPlace.set(
      at,
      new Set([
        ...(byPlace.get(at) ?? []),
        ...assignments.map(({ name, value }) => `${name}=${value}`),
      ]),
    );
  return [...byPlace]
    .sort(([a], [b]) => b - a)
    .reduce(
      (text, [at, assignments]) =>
        `${text.slice(0, at)}${[...assignments].join(' ')} ${text.slice(at)}`,
      line,
    );
}
