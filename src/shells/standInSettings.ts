import { quoteWord } from './quoteWord';
import type { StandInProgram } from './standInPrograms';

export interface StandInSettings {
  /** The extension's `media/hooks`. */
  readonly hooksFolder: string;
  /** The variables that count, as shell patterns. */
  readonly watched: readonly string[];
  /** What tells destruction where no editor answers. */
  readonly destructive: string;
  readonly programs: readonly StandInProgram[];
  /** Of which one must be there for the editor to have something to say, by program; the empty text is always there. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** What the stand-ins go by, for sh: they read it with their own name in `name`. */
export function standInSettings({
  hooksFolder,
  watched,
  destructive,
  programs,
  words,
}: StandInSettings): string {
  const rows = programs.map(({ name, takesStatements }) => {
    const own = words.get(name) ?? [''];
    // A word with a blank would fall apart.
    const isAny = own.some((word) => word === '' || /\s/.test(word));
    const settings = [
      ...(takesStatements ? ['reads=statements'] : []),
      ...(isAny ? [] : [`words=${quoteWord(own.join(' '))}`]),
    ];
    return settings.length > 0 ? `  ${name}) ${settings.join(' ')} ;;\n` : '';
  });
  return `hooks=${quoteWord(hooksFolder)}
watch=${quoteWord(watched.join('|'))}
destructive=${quoteWord(destructive)}
reads= words=
case \${name-} in
${rows.join('')}esac
`;
}
