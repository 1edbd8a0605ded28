import type { OptionShape } from '../targets/tools/toolOptions';
import type { CommandShape } from './command';
import { parsePattern, type CommandPattern } from './commandPattern';
import type { Tool } from './tool';

/**
 * Texts of which at least one stands in every command that the catalogue has something to say about, by program. A shell can
 * let all others pass without asking. The empty text, which stands everywhere, is there where any command must be asked about.
 */
export function interestingWords(tools: readonly Tool[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const wordsOf = (name: string): Set<string> =>
    found.get(name) ?? found.set(name, new Set()).get(name)!;
  for (const tool of tools)
    for (const name of tool.names)
      for (const word of wordsOfTool(tool, tools)) wordsOf(name).add(word);
  return new Map([...found].map(([name, words]) => [name, withoutNeedless([...words])]));
}

function wordsOfTool(tool: Tool, tools: readonly Tool[]): readonly string[] {
  if (tool.payloads || (tool.delegate && !tool.delegates)) return [''];
  const others = tools.filter(({ names }) => names.some((name) => tool.delegates?.includes(name)));
  return [
    ...[...tool.rules, ...(tool.carried ?? [])].flatMap(({ match }) =>
      [match].flat().flatMap((text) => wordsOfPattern(parsePattern(text), tool.shape)),
    ),
    ...others.flatMap((other) => wordsOfTool(other, tools)),
  ];
}

/** Of what a command must have the last, as it says what is done to the things before; every choice of it. */
function wordsOfPattern(
  { words, options }: CommandPattern,
  shape: CommandShape | undefined,
): readonly string[] {
  const needed = [
    ...words
      .filter(({ isOptional, isForbidden }) => !isOptional && !isForbidden)
      .map(({ choices }) => choices.map(literalOf)),
    ...options
      .filter(({ isForbidden }) => !isForbidden)
      .map(({ names }) => names.flatMap((name) => spellingsOf(name, shape))),
  ];
  return needed.findLast((choices) => !choices.includes('')) ?? [''];
}

/** The longest text that is in whatever a wildcard fits. */
function literalOf(parts: readonly string[]): string {
  return parts.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** A single letter may stand anywhere in a bundle, and a beginning of a name may be enough. */
function spellingsOf(name: string, shape: CommandShape | undefined): readonly string[] {
  const { aliases = {}, complete }: Partial<OptionShape> = ownShape(shape) ?? {};
  if (complete) return [''];
  const others = Object.keys(aliases).filter((alias) => aliases[alias] === name);
  return [name, ...others].map((spelling) => (spelling.length > 1 ? spelling : ''));
}

function ownShape(shape: CommandShape | undefined): OptionShape | undefined {
  if (shape === undefined || 'flags' in shape) return undefined;
  return 'own' in shape ? shape.own : shape;
}

/** A text that holds another one says no more than that. */
function withoutNeedless(words: readonly string[]): readonly string[] {
  return words.filter((word) => !words.some((other) => other !== word && word.includes(other)));
}
