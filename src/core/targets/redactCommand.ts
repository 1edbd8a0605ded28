import { redact } from './redact';

/** Short options that hold a password, as the programs have them. */
const passwordOptions: readonly {
  readonly programs: RegExp;
  readonly option: string;
  /** `-pSECRET`: with a space behind it, the next word is another one. */
  readonly isAttached?: true;
}[] = [
  { programs: /^(mysql|mariadb)/, option: '-p', isAttached: true },
  { programs: /^mongo/, option: '-p' },
  { programs: /^(redis|valkey)-cli$/, option: '-a' },
  { programs: /^(sqlcmd|bcp|mssql-cli)$/, option: '-P' },
  { programs: /^(pgcli|usql|influx)$/, option: '-W', isAttached: true },
  { programs: /^cqlsh$/, option: '-p' },
];

/** The words of a command as one text, with every password in them replaced by `***`. */
export function redactCommand(words: readonly string[]): string {
  const program = words[0]?.split(/[/\\]/).at(-1) ?? '';
  const rules = passwordOptions.filter(({ programs }) => programs.test(program));
  const shown = words.map((word, at) => {
    for (const { option, isAttached } of rules) {
      if (word.startsWith(option) && word.length > option.length && !word.startsWith('--'))
        return `${option}***`;
      if (!isAttached && words[at - 1] === option) return '***';
    }
    return word;
  });
  return redact(shown.join(' '));
}
