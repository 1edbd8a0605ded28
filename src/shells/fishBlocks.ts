const start = /(^|[;\n]|&&|\|\|)([^\S\n]*)/.source;
const end = /(?=\s*(?:[;\n]|$))/.source;

/** Words that belong to the structure of a line, and not to what it runs; the first kind stands alone or before other words. */
const others = new RegExp(
  `${start}(for\\s+\\w+\\s+in(?=\\s)|switch(?=\\s)|case(?=\\s)|(?:begin|else|end)${end})`,
  'g',
);
/** A command follows these. */
const prefixes = new RegExp(`${start}((?:(?:else\\s+)?if|while|begin|and|or|not)\\s+)`, 'g');

/**
 * A line of fish with its blocks as bash would have them: the words that open and close them become commands that do nothing.
 * All else stays where it is.
 */
export function flattenFishBlocks(text: string): string {
  return text
    .replace(others, (_, before: string, blank: string, word: string) =>
      [before, blank, ':', ' '.repeat(word.length - 1)].join(''),
    )
    .replace(prefixes, (_, before: string, blank: string, word: string) =>
      [before, blank, word.replace(/\S/g, ' ')].join(''),
    );
}
