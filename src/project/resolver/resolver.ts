import type { FileRuns } from '../analysis/fileRuns';
import type { RunsRequest } from '../analysis/readFileRuns';
import type { ExplainRequest } from '../explain';
import type { CommandExplanation } from '../explainCommand';
import type { ResolveRequest } from '../request';
import type { Resolution } from '../resolution';
import type { NamedRun } from '../runs/namedRun';

/**
 * Answers what runs would reach, and what they would do there. Questions and answers are plain data with settings among
 * it, so that they can come from another thread. Each method is asked for by its name: a new one needs no other line.
 */
export interface Resolver {
  resolve(request: ResolveRequest): Promise<Resolution>;
  resolveNamed(request: ResolveRequest, run: NamedRun): Promise<Resolution>;
  /** What the cells of a notebook would reach, from top to bottom. */
  resolveNotebook(request: ResolveRequest, file: string): Promise<Resolution>;
  explainCommand(
    request: ExplainRequest & { readonly command: string },
  ): Promise<CommandExplanation>;
  explainNamed(request: ExplainRequest, run: NamedRun): Promise<CommandExplanation>;
  /** Which databases whatever runs each of these files would reach, in their order. */
  fileRuns(request: RunsRequest, files: readonly string[]): Promise<readonly FileRuns[]>;
  /** Whether any of these files or folders was read for an answer of `resolve`, or looked for in vain. */
  hasRead(paths: readonly string[]): Promise<boolean>;
  /** A text that is another one as soon as something on this machine starts or stops to listen. */
  listening(): Promise<string>;
}
