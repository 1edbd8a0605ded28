import type { GateAsk } from './gateProtocol';

/** The text of a question as a shell would read it that knows nothing of the asking one. */
export interface AskedText {
  /** What the line may refer to: variables and functions of the asking shell. Ends with a line break unless empty. */
  readonly prelude: string;
  /** The line with its aliases replaced. */
  readonly line: string;
}

export function askedText({ line, ownVariables, aliases, functions }: GateAsk): AskedText {
  const assignments = [...ownVariables].map(([name, value]) => `${name}=${quoted(value)}\n`);
  const definitions = [...functions.values()].map((definition) => `${definition}\n`);
  return { prelude: [...assignments, ...definitions].join(''), line: expandAliases(line, aliases) };
}

/** Behind these a command begins. */
const commandStart = /(^|[;&|(\n]\s*|\b(?:sudo|then|do|else|time)\s+)$/;

const word = /[^\s;&|()<>'"`$]+/g;

/** An alias is one word where a command begins; one that begins with its own name is not replaced in itself. */
function expandAliases(line: string, aliases: ReadonlyMap<string, string>): string {
  if (aliases.size === 0) return line;
  return line.replace(word, (name, at: number) =>
    aliases.has(name) && commandStart.test(line.slice(Math.max(0, at - 64), at))
      ? aliases.get(name)!
      : name,
  );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
