import type { Command } from './command';
import type { Payload, PayloadLanguage } from './payload';

/** How a client is given statements. Options are without dashes. */
export interface StatementOptions {
  readonly language: PayloadLanguage;
  /** Options that hold statements. */
  readonly texts: readonly string[];
  /** Options that name a file of statements. */
  readonly files?: readonly string[];
}

/** In the order of the line; its standard input where the line has none. */
export function givenStatements(
  { options, args }: Pick<Command, 'options' | 'args'>,
  { language, texts, files = [] }: StatementOptions,
): readonly Payload[] {
  const given = options.flatMap(({ name, value }): Payload[] => {
    if (value === undefined) return [];
    if (texts.includes(name)) return [{ language, kind: 'text', text: withLost(value, args) }];
    if (!files.includes(name)) return [];
    return [value === '-' ? { language, kind: 'input' } : { language, kind: 'file', path: value }];
  });
  return given.length > 0 ? given : [{ language, kind: 'input' }];
}

const verbAlone = /^(?:drop|delete|truncate|update|alter|insert)$/i;

/** Where a statement has lost its quotes, all of it was meant: `-c DROP TABLE games`. */
function withLost(text: string, args: readonly string[]): string {
  if (!verbAlone.test(text)) return text;
  const behind = args.slice(args.indexOf(text));
  const end = behind.findIndex((arg) => arg.startsWith('-'));
  return behind.slice(0, end < 0 ? undefined : end).join(' ');
}

/** `payloads` of a client that takes statements in options and on its input only. */
export function statementsIn(how: StatementOptions): (command: Command) => readonly Payload[] {
  return (command) => givenStatements(command, how);
}
