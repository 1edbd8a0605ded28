/** Coding agents that type into terminals, by a variable that their shells have. */
const agents: readonly (readonly [variable: string, name: string])[] = [
  ['VSCODE_PREVENT_SHELL_HISTORY', 'an agent of VS Code'],
  ['CLAUDECODE', 'Claude Code'],
  ['CURSOR_AGENT', 'Cursor'],
  ['CODEX_SANDBOX', 'Codex'],
  ['GEMINI_CLI', 'Gemini CLI'],
  ['OPENCODE', 'opencode'],
  ['CLINE_ACTIVE', 'Cline'],
  ['AI_AGENT', 'an agent'],
];

export const agentVariables: readonly string[] = agents.map(([variable]) => variable);

/** Who types, if that is no person: `Claude Code`. */
export function findAgent(variables: ReadonlyMap<string, string>): string | undefined {
  return agents.find(([variable]) => isSet(variables.get(variable)))?.[1];
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.toLowerCase());
}
