import { optionValue, type Command } from '../command';
import type { Payload, PayloadLanguage } from '../payload';

/** Statements in a word or in an option; else on standard input. */
export function givenText(language: PayloadLanguage, text: string | undefined): readonly Payload[] {
  return [text === undefined ? { language, kind: 'input' } : { language, kind: 'text', text }];
}

/** The options behind `--` that hold SQL for the client that a command starts. */
export function sqlBehindDashes({ args }: Command): string | undefined {
  const behind = args.slice(args.indexOf('--') + 1);
  const at = behind.findIndex((arg) => /^(-c|-e|--command|--execute)$/.test(arg));
  return args.includes('--') && at >= 0 ? behind[at + 1] : undefined;
}

/** SQL in an option or in a file that another option names. */
export function sqlInOptions(
  command: Command,
  texts: readonly string[],
  files: readonly string[],
): readonly Payload[] {
  const text = optionValue(command, ...texts);
  const path = optionValue(command, ...files);
  return [
    ...(text === undefined ? [] : [{ language: 'sql', kind: 'text', text } as const]),
    ...(path === undefined ? [] : [{ language: 'sql', kind: 'file', path } as const]),
  ];
}
