import { redactUserInfo } from './redactUserInfo';
import { redactValues } from './redactValues';

/**
 * Text with every password in it replaced by `***`. For anything a person or a file may see that was not made from
 * fields. Where it cannot be told how far a password goes, more is taken away rather than less.
 */
export function redact(text: string): string {
  // Values first: what looks like user info may end at an `@` inside of `password=…`.
  return redactUserInfo(redactValues(text));
}
