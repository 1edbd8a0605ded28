import { parsePattern, type CommandPattern } from './commandPattern';
import type { CommandRule, Tool } from './tool';

/** A catalogue entry with its patterns read. */
export interface ToolEntry {
  readonly tool: Tool;
  readonly rules: readonly {
    readonly rule: CommandRule;
    readonly ways: readonly CommandPattern[];
  }[];
  readonly harmless: readonly CommandPattern[];
  readonly idle: readonly CommandPattern[];
}

export function readTool(tool: Tool): ToolEntry {
  return {
    tool,
    rules: tool.rules.map((rule) => ({ rule, ways: [rule.match].flat().map(parsePattern) })),
    harmless: (tool.harmless ?? []).map(parsePattern),
    idle: ['--help', ...(tool.idle ?? [])].map(parsePattern),
  };
}
