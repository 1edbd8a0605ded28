import { redactUserInfo } from '../targets/redactUserInfo';
import type { Command } from './command';

/** What a rule's command works on, and the names in it that people have chosen. */
export interface Subject {
  readonly text: string;
  readonly names: readonly string[];
}

/** @param rest the words behind the pattern of the rule */
export function fillSubject(template: string, command: Command, rest: readonly string[]): Subject {
  const names: string[] = [];
  const fill = (text: string): string =>
    text.replace(/\{([^}]+)\}/g, (_, placeholder: string) => {
      const values = valuesOf(placeholder, command, rest).map(withoutSecrets);
      names.push(...values);
      return values.join(' ');
    });
  const text = template.replace(/\[([^\]]+)\]|[^[]+/g, (part, optional?: string) => {
    const before = names.length;
    const filled = fill(optional ?? part);
    return optional !== undefined && names.length === before ? '' : filled;
  });
  return { text: text.replace(/ +/g, ' ').trim(), names };
}

function valuesOf(placeholder: string, command: Command, rest: readonly string[]): string[] {
  if (placeholder === '*') return [...rest];
  if (placeholder === 'last') return command.words.slice(-1);
  const from = /^(\d)-$/.exec(placeholder)?.[1];
  if (from !== undefined) return command.words.slice(Number(from) - 1);
  const wanted = placeholder.split('|').map((name) => name.replace(/^--?/, ''));
  return command.options.flatMap(({ name, value }) =>
    wanted.includes(name) && value ? [value] : [],
  );
}

/**
 * Links to a cloud's storage carry the right to use it behind the question mark, and rclone takes settings within the name
 * of a place: `:sftp,user=me,pass=…:folder`.
 */
function withoutSecrets(value: string): string {
  return redactUserInfo(value)
    .replace(/^(\w+:\/\/[^?]*)\?.*$/s, '$1')
    .replace(/^(:\w+|\w+),.*(:[^:]*)$/s, '$1$2');
}
