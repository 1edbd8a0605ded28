/** One word of a line for sh, bash or zsh, whatever is in it. */
export function quoteWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
