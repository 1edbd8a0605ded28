import { placeText } from '../project/describe';
import type { Place, Section, Sentence } from '../project/explanation';

export interface MarkdownLinks {
  /** Paths are shown as seen from here. */
  readonly folder: string;
  /** An encoded URI that opens the place. */
  readonly uriOf: (place: Place) => string;
}

/** Sections as Markdown in which no text from a file can become a link, an icon or markup. */
export function explanationMarkdown(sections: readonly Section[], links: MarkdownLinks): string {
  return sections
    .map(({ title, sentences }) =>
      [
        `**${escapeMarkdown(title)}**`,
        '',
        ...sentences.map((sentence) => `- ${sentenceMarkdown(sentence, links)}`),
      ].join('\n'),
    )
    .join('\n\n');
}

function sentenceMarkdown(sentence: Sentence, { folder, uriOf }: MarkdownLinks): string {
  return sentence
    .map((part) =>
      typeof part === 'string'
        ? escapeMarkdown(part)
        : `[${escapeMarkdown(placeText(part, folder))}](${uriOf(part)})`,
    )
    .join('');
}

/** CommonMark lets every ASCII punctuation mark be escaped; that also stops automatic links to hosts. */
function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
