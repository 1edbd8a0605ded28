import { joinSections, sentenceText } from '../project/describe';
import type { Place, Section } from '../project/explanation';

export interface ExplanationText {
  readonly text: string;
  readonly links: readonly {
    readonly offset: number;
    readonly length: number;
    readonly place: Place;
  }[];
}

/** Sections as text, with the stretches of it that name a place. */
export function explanationText(sections: readonly Section[], folder: string): ExplanationText {
  let text = '';
  const links: ExplanationText['links'][number][] = [];
  for (const part of joinSections(sections)) {
    const shown = sentenceText([part], folder);
    if (typeof part !== 'string')
      links.push({ offset: text.length, length: shown.length, place: part });
    text += shown;
  }
  return { text, links };
}
