import type * as vscode from 'vscode';
import type { NamedRun } from '../project/runs/namedRun';

/** A task or debug launch that is about to start. */
export interface RunQuestion {
  readonly run: NamedRun;
  /** The workspace folder that it belongs to, where it is of one. */
  readonly folder: vscode.Uri | undefined;
  readonly started?: StartedProcess;
}

/** A run that has started already. */
export interface StartedProcess {
  readonly processId: number;
  /** Keeps it from going on. Called before a person is asked. */
  hold(): void;
}

export type RunAnswer =
  /** `environment` is the fix that the person chose: variables to be set for this run. */
  | { readonly kind: 'run'; readonly environment?: Readonly<Record<string, string>> }
  | { readonly kind: 'refuse' };

/** Decides what may start. Where a person must decide, it asks. */
export interface Gatekeeper {
  /** Never rejects: where it cannot tell, the run goes on. */
  decideRun(question: RunQuestion): Promise<RunAnswer>;
  /** The process is gone, and what was allowed to it with it. */
  forget(processId: number): void;
}
