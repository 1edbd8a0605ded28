import type { CommandExplanation } from '../project/explainCommand';
import { noticeLines } from '../project/gate/noticeText';
import { stopNotice } from '../project/gate/stopNotice';
import { redact } from '../core/targets/redact';
import { UserError } from '../errors';

/** What a coding agent hands to its hook before it uses a tool; other fields do not matter here. */
export interface ToolUse {
  readonly command: string;
  /** Absolute, where the agent tells it. */
  readonly cwd?: string;
}

/** Names of the tools by which agents run commands. */
const shellTools: readonly unknown[] = [
  'Bash',
  'bash',
  'shell',
  'run_in_terminal',
  'runInTerminal',
  'run_shell_command',
  'execute_command',
];

/** `undefined` where the tool runs no command. The form is that of pre-tool hooks: `{"tool_name","tool_input":{"command"},"cwd"}`. */
export function readToolUse(text: string): ToolUse | undefined {
  const use = parse(text);
  const input = use['tool_input'];
  if (!shellTools.includes(use['tool_name']) || !isRecord(input)) return undefined;
  const { command } = input;
  if (typeof command !== 'string') return undefined;
  const { cwd } = use;
  return typeof cwd === 'string' ? { command, cwd } : { command };
}

/** The hook's answer; `undefined` leaves the agent to its own rules. An agent's person confirms, so `confirm` asks. */
export function hookAnswer(explanation: CommandExplanation, folder: string): unknown {
  const notice = stopNotice(explanation);
  if (!notice || notice.decision === 'warn') return undefined;
  const { fix } = explanation;
  const safe = fix ? [`Safe instead: ${redact(fix.command)}`] : [];
  const isDenied = notice.decision === 'block';
  const denied = isDenied ? ['Only a person can run it, in a terminal of their own.'] : [];
  return {
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: isDenied ? 'deny' : 'ask',
      permissionDecisionReason: [...noticeLines(notice, folder), ...safe, ...denied].join('\n'),
    },
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    throw new UserError('The input of the hook is not JSON.');
  }
  throw new UserError('The input of the hook is not a JSON object.');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
