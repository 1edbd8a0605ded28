import { hostname } from 'node:os';
import * as vscode from 'vscode';
import type { Machine } from '../core/operations/assessPlace';

/** Containers and WSL are on the machine in front of the person; what is reached by SSH or a tunnel is not. */
export function thisMachine(): Machine {
  const { remoteName } = vscode.env;
  const isRemote = remoteName !== undefined && /^(ssh-remote|tunnel|codespaces)/.test(remoteName);
  return { name: hostname(), isRemote };
}
