import { parsePattern, type CommandPattern } from './commandPattern';
import type { CarriedStatements, CommandRule, Tool } from './tool';

/** A catalogue entry with its patterns read. */
export interface ToolEntry {
  readonly tool: Tool;
  readonly rules: readonly {
    readonly rule: CommandRule;
    readonly ways: readonly CommandPattern[];
    readonly exceptions: readonly CommandPattern[];
  }[];
  readonly carried: readonly { readonly how: CarriedStatements; readonly way: CommandPattern }[];
  readonly harmless: readonly CommandPattern[];
  readonly idle: readonly CommandPattern[];
}

export function readTool(tool: Tool): ToolEntry {
  return {
    tool,
    rules: tool.rules.map((rule) => ({
      rule,
      ways: [rule.match].flat().map(parsePattern),
      exceptions: [rule.unless ?? []].flat().map(parsePattern),
    })),
    carried: (tool.carried ?? []).map((how) => ({ how, way: parsePattern(how.match) })),
    harmless: (tool.harmless ?? []).map(parsePattern),
    idle: ['--help', ...(tool.idle ?? [])].map(parsePattern),
  };
}
