import { parseVariables } from './reportProtocol';

/*
 * How a shell asks the editor about a command before it runs, on the same connection as reports (reportProtocol.ts):
 *
 *   hook:    token " ask\n"  then fields, each ended by NUL, the last one empty; it stays on the line
 *   editor:  records, each ended by NUL, told apart by their first letter:
 *              "=NAME=v"    set this variable for the run (not for lines at a prompt)
 *              "+"          let it run: the end
 *              "-126 text"  do not run it, show this in the terminal, and give this status: the end
 *              "!"          cannot tell: the hook goes by what it knows itself. The end
 *              ">text"      show this in the terminal
 *              "?text"      show this as a prompt, read one line, and send it back, ended by NUL
 *
 * The fields are what is asked about, the shell, its process id, its working folder, the line, then what the line may
 * refer to: `NAME=value` for each watched variable that is exported, `$NAME=value` for another one that the line names,
 * `@name=text` for an alias, `&name=body` for a function.
 */

/** What one question may take at most, in bytes. */
export const maximumAskLength = 8 * 1024 * 1024;

export type AskKind =
  /** A line at a prompt. */
  | 'line'
  /** The whole of what a shell was started for: a task. */
  | 'task'
  /** A script of a manifest, as its runner hands it to a shell. */
  | 'script'
  /** One program with its final arguments. */
  | 'tool';

export interface GateAsk {
  readonly kind: AskKind;
  readonly shell: string;
  /** The shell that the person types into, where the asker knows it; else the asker. */
  readonly processId: number;
  /** Absolute. */
  readonly cwd: string;
  readonly line: string;
  readonly variables: ReadonlyMap<string, string>;
  /** Variables of the shell that it does not export. */
  readonly ownVariables: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, string>;
}

/** Aliases and functions may be called almost anything. */
const commandName = /^([^\s=]+)=(.*)$/s;

const kinds: readonly string[] = ['line', 'task', 'script', 'tool'] satisfies AskKind[];

/** Understands the fields of a question. Answers nothing for anything but a whole one. */
export function parseAsk(text: string): GateAsk | undefined {
  if (!text.endsWith('\0\0')) return undefined;
  const [kind, shell, processId, cwd, line, ...rest] = text.slice(0, -2).split('\0');
  if (kind === undefined || !kinds.includes(kind) || shell === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(processId ?? '') || !cwd?.startsWith('/') || line === undefined)
    return undefined;
  const [variables, ownVariables, aliases, functions] = ['', '$', '@', '&'].map((mark) =>
    parseVariables(
      rest.filter((field) => markOf(field) === mark).map((field) => field.slice(mark.length)),
      mark === '' || mark === '$' ? undefined : commandName,
    ),
  );
  if (!variables || !ownVariables || !aliases || !functions) return undefined;
  const place = { processId: Number(processId), cwd, line };
  return {
    kind: kind as AskKind,
    shell,
    ...place,
    variables,
    ownVariables,
    aliases,
    functions,
  };
}

function markOf(field: string): string {
  return /^[$@&]/.exec(field)?.[0] ?? '';
}

/** The end of a dialogue: the answer to the question. */
export type GateAnswer =
  | { readonly kind: 'run'; readonly environment?: Readonly<Record<string, string>> }
  /** The text is part of what the refused command printed, as VS Code and its agents see it. */
  | { readonly kind: 'refuse'; readonly status: number; readonly text?: string }
  | { readonly kind: 'unknown' };

export function answerRecord(answer: GateAnswer): string {
  switch (answer.kind) {
    case 'run':
      return `${environmentRecords(answer.environment)}+\0`;
    case 'refuse':
      return textRecord('-', [answer.status, answer.text].filter(Boolean).join(' '));
    case 'unknown':
      return '!\0';
  }
}

function environmentRecords(environment: Readonly<Record<string, string>> = {}): string {
  return Object.entries(environment)
    .map(([name, value]) => textRecord('=', `${name}=${value}`))
    .join('');
}

/** A NUL would end the record. */
export function textRecord(mark: '>' | '?' | '-' | '=', text: string): string {
  return `${mark}${text.replaceAll('\0', '')}\0`;
}
