import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  parseTree,
  type FormattingOptions,
  type JSONPath,
  type Node,
  type ParseError,
} from 'jsonc-parser';

/** Colours in settings cannot name a theme's colour. White on this red has a contrast of 8:1, in light and dark themes. */
const background = '#9a1b12';
const foreground = '#ffffff';

const barColours: readonly (readonly [key: string, colour: string])[] = [
  ['statusBar.background', background],
  ['statusBar.foreground', foreground],
  ['statusBar.noFolderBackground', background],
  ['statusBar.noFolderForeground', foreground],
  ['statusBar.debuggingBackground', background],
  ['statusBar.debuggingForeground', foreground],
];

/** How to take the paint off again. Holds nothing of a settings file but what stood where the paint is. */
export interface PaintUndo {
  readonly offset: number;
  readonly inserted: string;
  readonly removed: string;
  /** The person's own colours that are painted over. */
  readonly previous: Readonly<Record<string, string>>;
  readonly isSectionNew: boolean;
}

export interface Painted {
  readonly text: string;
  readonly undo: PaintUndo;
}

/**
 * Adds the red bar to the colours at `path` of a settings file and touches nothing else, comments included. `undefined`
 * where the file cannot be changed without harm.
 */
export function paintSettings(text: string, path: JSONPath): Painted | undefined {
  const root = parse(text);
  if (root === 'broken') return undefined;
  const section = root && findNodeAtLocation(root, path);
  if (section && section.type !== 'object') return undefined;
  const painted = barColours.reduce(
    (current, [key, colour]) => withValue(current, [...path, key], colour),
    text,
  );
  return {
    text: painted,
    undo: { ...span(text, painted), previous: ownColours(section), isSectionNew: !section },
  };
}

/**
 * Takes the paint off. A key that was changed meanwhile keeps its new value. Without `undo`, which a crash may have lost,
 * only paint that is whole is known as ours. `undefined` where the file cannot be read now.
 */
export function unpaintSettings(
  text: string,
  path: JSONPath,
  undo: PaintUndo | undefined,
): string | undefined {
  if (undo && text.startsWith(undo.inserted, undo.offset))
    return (
      text.slice(0, undo.offset) + undo.removed + text.slice(undo.offset + undo.inserted.length)
    );
  if (parse(text) === 'broken') return undefined;
  const ours = barColours.filter(([key, colour]) => valueAt(text, [...path, key]) === colour);
  if (ours.length === 0 || (!undo && ours.length < barColours.length)) return text;
  const bare = ours.reduce(
    (current, [key]) => withValue(current, [...path, key], undo?.previous[key]),
    text,
  );
  const isEmpty = Object.keys((valueAt(bare, path) as object | undefined) ?? {}).length === 0;
  return isEmpty && (undo?.isSectionNew ?? true) ? withValue(bare, path, undefined) : bare;
}

/** An empty text is an empty settings file. */
function parse(text: string): Node | 'broken' | undefined {
  if (text.trim() === '') return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return errors.length > 0 || root?.type !== 'object' ? 'broken' : root;
}

function valueAt(text: string, path: JSONPath): unknown {
  const root = parse(text);
  const node = root && root !== 'broken' ? findNodeAtLocation(root, path) : undefined;
  return node && (getNodeValue(node) as unknown);
}

function ownColours(section: Node | undefined): Record<string, string> {
  const values = (section ? getNodeValue(section) : {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    barColours.flatMap(([key]) => {
      const value = values[key];
      return typeof value === 'string' ? [[key, value]] : [];
    }),
  );
}

/** @param value `undefined` removes the key */
function withValue(text: string, path: JSONPath, value: string | undefined): string {
  return applyEdits(text, modify(text, path, value, { formattingOptions: formatOf(text) }));
}

/** As the file is written already, else as VS Code writes settings. */
function formatOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '    ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The one stretch in which two texts differ. */
function span(before: string, after: string): Pick<PaintUndo, 'offset' | 'inserted' | 'removed'> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    offset: start,
    inserted: after.slice(start, after.length - end),
    removed: before.slice(start, before.length - end),
  };
}
