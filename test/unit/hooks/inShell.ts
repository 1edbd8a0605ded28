import { findCommand } from '../../findCommand';
import { skip } from '../../skip';
import type { Context } from 'mocha';
import { HookTerminal, type ShellName, type TerminalOptions } from './hookTerminal';
import { ReportListener } from './reportListener';

export const shells: readonly ShellName[] = ['bash', 'zsh', 'fish'];

/** The start-up file of an interactive shell, from the home folder. */
export const configFiles: Readonly<Record<ShellName, string>> = {
  bash: '.bashrc',
  zsh: '.zshrc',
  fish: '.config/fish/config.fish',
};

export function needsShell(context: Context, shell: ShellName): void {
  if (process.platform === 'win32') skip(context, 'the hooks are not for Windows');
  if (!findCommand(shell)) skip(context, `there is no ${shell} on this machine`);
}

/** Opens a shell with the hooks and somebody who listens, waits for its first report, and closes both at the end. */
export async function inShell(
  options: Omit<TerminalOptions, 'channelFile'>,
  test: (terminal: HookTerminal, listener: ReportListener) => Promise<void>,
): Promise<void> {
  const listener = await ReportListener.open();
  const { channelFile } = listener;
  const terminal = await HookTerminal.open({ ...options, channelFile });
  try {
    if (!options.isUnhooked) await listener.waitFor('of the first prompt', () => true);
    await test(terminal, listener);
  } finally {
    await terminal.close();
    listener.close();
  }
}

/** A start-up or sourced file that exports a variable with any value. */
export function assignment(shell: ShellName, name: string, value: string): string {
  return shell === 'fish'
    ? `set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'\n`
    : `export ${name}='${value.replaceAll("'", "'\\''")}'\n`;
}
