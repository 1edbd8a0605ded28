/** Control characters, and those that turn the direction of text around: a name must not act on what shows it. */
const acting = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a file or a shell, fit to stand in one line of a terminal, a tooltip or the status bar. */
export function printable(text: string): string {
  return text.replace(acting, '\u{fffd}');
}

/** At most `length` characters: the middle gives way, because names tell most at their ends. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const tail = Math.floor((length - 1) / 2);
  const head = length - 1 - tail;
  return `${characters.slice(0, head).join('')}…${characters.slice(-tail).join('')}`;
}
