import type * as vscode from 'vscode';
import type { Resolution } from '../project/resolution';

/** What a connection is about: one terminal, or a workspace folder where no terminal is focused. */
export type Subject =
  | {
      readonly kind: 'terminal';
      readonly terminal: vscode.Terminal;
      /** False while the shell's own variables cannot be seen (no hook, or no prompt yet). */
      readonly isSeen: boolean;
      /** An env file that was edited after this terminal last read its variables from it. Absolute path. */
      readonly olderThan?: string;
    }
  | { readonly kind: 'folder'; readonly folder: vscode.WorkspaceFolder }
  | { readonly kind: 'none' };

/** The database that a run of this subject would reach now. */
export interface Connection {
  readonly subject: Subject;
  readonly resolution: Resolution;
}
