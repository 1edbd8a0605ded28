import { isAbsolute, relative } from 'node:path';
import { printable } from '../core/printable';
import { explainResolution, type Place, type Section, type Sentence } from './explanation';
import type { Resolution } from './resolution';

/** The explanation as plain text, with paths as seen from `folder`. Ends with a line break. */
export function describeResolution(resolution: Resolution, folder: string): string {
  return describeSections(explainResolution(resolution), folder);
}

export function describeSections(sections: readonly Section[], folder: string): string {
  return sentenceText(joinSections(sections), folder);
}

/** All of an explanation as one text whose places are still known. */
export function joinSections(sections: readonly Section[]): Sentence {
  return sections.flatMap(({ title, sentences }, index) => [
    `${index > 0 ? '\n' : ''}${title}\n`,
    ...sentences.flatMap((sentence) => ['  ', ...sentence, '\n']),
  ]);
}

export function sentenceText(sentence: Sentence, folder: string): string {
  return sentence
    .map((part) => (typeof part === 'string' ? part : placeText(part, folder)))
    .join('');
}

/** `.env:3`, which terminals and editors turn into a link. A place outside of the folder keeps its whole path. */
export function placeText({ file, line }: Place, folder: string): string {
  const path = relative(folder, file);
  const shown = path === '' || path.startsWith('..') || isAbsolute(path) ? file : path;
  return printable(line === undefined ? shown : `${shown}:${line}`);
}
