import type { TerminalReport } from './terminalReport';

/*
 * How a shell's hook talks to the editor, on a loopback connection that the hook opens:
 *
 *   hook:    knock \n
 *   editor:  proof \n
 *   hook:    token " report\n"  then fields, each ended by NUL, the last one empty; then it hangs up
 *
 * The three words stand in a file that only this user can read. The editor shows its proof before it is told anything: the
 * port in the file may belong to someone else by now. It shows it to nobody who has not knocked, so that no stranger learns
 * it in time. The fields are the shell, its process id, its working folder and `NAME=value` for
 * each watched variable. No variable can hold a NUL, so values of any bytes need no encoding. The empty field tells a
 * whole report from one that was cut off. The word after the token is `refused` at the prompt behind a line that was kept from
 * running: then the report comes even if nothing has changed. Questions have a word of their own (gateProtocol.ts).
 */

/** What one report may take at most, in bytes. Hooks cut values at 128 KiB, the longest that Linux hands to a program. */
export const maximumReportLength = 2 * 1024 * 1024;

const maximumVariables = 2000;
const shells: readonly string[] = ['bash', 'zsh', 'fish'];
const variable = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s;

export type ReportWord = 'report' | 'refused';

/** Understands the fields of a report. Answers nothing for anything but a whole one. */
export function parseReport(word: ReportWord, text: string): TerminalReport | undefined {
  if (text.length > maximumReportLength || !text.endsWith('\0\0')) return undefined;
  const [shell, processId, cwd, ...settings] = text.slice(0, -2).split('\0');
  if (shell === undefined || processId === undefined || cwd === undefined) return undefined;
  if (!shells.includes(shell) || !/^[1-9]\d{0,9}$/.test(processId) || !cwd.startsWith('/'))
    return undefined;
  const variables = parseVariables(settings);
  const wasRefused = word === 'refused';
  return variables && { shell, processId: Number(processId), cwd, variables, wasRefused };
}

/** `NAME=value` each; nothing where one is none, or where there are too many. */
export function parseVariables(
  settings: readonly string[],
  shape = variable,
): ReadonlyMap<string, string> | undefined {
  if (settings.length > maximumVariables) return undefined;
  const matches = settings.map((setting) => shape.exec(setting));
  if (matches.includes(null)) return undefined;
  return new Map(matches.map((match) => [match![1]!, match![2]!]));
}
