import type { CodeFinding } from '../../core/findings/codeFinding';
import { commandBypasses, settingBypasses, type BypassRule } from './bypassRules';

const shells = /\.(?:sh|bash|zsh|ksh)$/;
const scripts = /"scripts"\s*:\s*\{(?:[^"{}]|"(?:[^"\\\n]|\\.)*")*\}/;
const comments = /(?<=^|\s)#[^\n]*/gm;

/** The bypasses that a file of commands or of variables keeps: of a `package.json`, in its scripts. */
export function bypassesIn(path: string, text: string): readonly CodeFinding[] {
  const read = path.endsWith('package.json') ? onlyScripts(text) : withoutComments(text);
  const rules = shells.test(path) ? settingBypasses : [...settingBypasses, ...commandBypasses];
  return rules.flatMap((rule) =>
    [...read.matchAll(rule.pattern)].map((match) => findingOf(rule, text, match.index, match[0])),
  );
}

function onlyScripts(text: string): string {
  const found = scripts.exec(text);
  return found ? blank(text.slice(0, found.index)) + found[0] : '';
}

function withoutComments(text: string): string {
  return text.replace(comments, blank);
}

/** As long, on as many lines, and saying nothing. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function findingOf(rule: BypassRule, text: string, at: number, found: string): CodeFinding {
  const { id, pattern: _, ...rest } = rule;
  const before = text.slice(0, at).split('\n');
  const line = before.length;
  const column = before.at(-1)!.length + 1;
  return {
    ...rest,
    rule: id,
    confidence: 'certain',
    range: { line, column, endLine: line, endColumn: column + found.length },
  };
}
