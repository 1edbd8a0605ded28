export interface ShellStatement {
  readonly text: string;
  /** 1-based line of its first character. */
  readonly line: number;
}

const quoted =
  /'[^']*'|"(?:\\[\s\S]|\$\([^()]*\)|\$(?!\()|[^"\\$])*"|\$\((?:[^()]|\([^()]*\))*\)|`[^`]*`|\\[\s\S]/y;
const comment = /(?<=^|[\s;&])#[^\n]*/my;
const separator = /\n|;+|&&/y;

/** A shell script's simple statements, cut at line ends, `;` and `&&` outside quotes. Nothing is expanded. */
export function splitStatements(script: string): ShellStatement[] {
  const statements: ShellStatement[] = [];
  let pieces: string[] = [];
  let line = 1;
  let start = 1;
  const take = (pattern: RegExp, at: number): string => {
    pattern.lastIndex = at;
    return pattern.exec(script)?.[0] ?? '';
  };
  const end = (): void => {
    if (pieces.length > 0) statements.push({ text: pieces.join('').trimEnd(), line: start });
    pieces = [];
  };
  for (let index = 0; index < script.length;) {
    const skipped = take(comment, index);
    const cut = skipped ? '' : take(separator, index);
    const piece = skipped || cut || take(quoted, index) || script.charAt(index);
    if (cut) end();
    else if (!skipped && piece !== '\\\n' && (pieces.length > 0 || piece.trim())) {
      if (pieces.length === 0) start = line;
      pieces.push(piece);
    }
    line += piece.split('\n').length - 1;
    index += piece.length;
  }
  end();
  return statements;
}
