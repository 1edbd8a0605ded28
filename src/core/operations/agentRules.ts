import { destructiveWords } from './destructiveWords';
import { interestingWords } from './interestingWords';
import type { Tool } from './tool';

const destruction = destructiveWords.join('|').replaceAll(' ', '\\s+');

/**
 * Rules for VS Code's setting `chat.tools.terminal.autoApprove`, by which commands that can destroy data are never approved
 * without a person: a regular expression for each program, and `false`.
 */
export function agentRules(tools: readonly Tool[]): Readonly<Record<string, false>> {
  const rules = [...interestingWords(tools)].map(([program, words]) => ruleOf(program, words));
  return Object.fromEntries(rules.toSorted().map((rule) => [rule, false]));
}

/** Of a program that can be given any statements, those commands that hold the words for destruction. */
function ruleOf(program: string, words: readonly string[]): string {
  const telling = words.includes('') ? destruction : words.map(escaped).join('|');
  return `/^(?:\\S*\\/)?(?=${escaped(program)}\\b)[\\s\\S]*(?:${telling})/i`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
