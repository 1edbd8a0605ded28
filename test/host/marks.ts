import { waitForPage } from './waitForPage';

/** The marks beside line numbers that the screen shows, by the names of their pictures. */
const shownMarks = `[...document.querySelectorAll('.glyph-margin-widgets .cgmr')]
  .map((element) => /marks(?:%2F|\\/)(\\w+)\\.svg/.exec(getComputedStyle(element).backgroundImage))
  .flatMap((match) => match ? [match[1]] : [])`;

/** The words behind the lines that the screen shows. */
const shownWords = `[...document.querySelectorAll('.view-lines .view-line span')]
  .map((element) => getComputedStyle(element, '::after').content)
  .filter((content) => content.includes('·'))
  .map((content) => content.slice(1, -1))`;

/** Waits until the lines of the editor are marked so, whatever their order. */
export function waitForMarks(...expected: readonly string[]): Promise<void> {
  return waitForPage(`${shownMarks}.sort()`, [...expected].sort());
}

export function waitForWords(...expected: readonly string[]): Promise<void> {
  return waitForPage(`${shownWords}.sort()`, [...expected].sort());
}
