import { setImmediate } from 'node:timers/promises';
import { Environment } from '../core/environment/environment';
import type { Problem } from '../core/environment/setting';
import { assess } from '../core/stages/assess';
import type { Label } from '../core/stages/labels';
import { grammars } from '../core/targets/grammars';
import { findTargets } from '../core/targets/variableGroups';
import { discover, type DiscoveryOptions } from './discovery';
import type { Files } from './files';
import { dialectOf } from './loaders/dialects';
import { parseLayer } from './loaders/envFiles';
import type { AssessedTarget } from './resolution';

/** An env file of a workspace by itself, whether or not any program loads it. */
export interface SurveyedFile {
  /** Absolute. */
  readonly path: string;
  readonly targets: readonly AssessedTarget[];
  readonly problems: readonly Problem[];
}

export interface Survey {
  readonly files: readonly SurveyedFile[];
  /** False where the search ended before it had seen every folder. */
  readonly isComplete: boolean;
}

export interface SurveyOptions extends DiscoveryOptions {
  readonly labels: readonly Label[];
  readonly home: string;
}

/** Files between two turns of the event loop. */
const slice = 32;

/** The databases that a workspace's env files name, each file on its own, read as dotenv does. Templates are left out. */
export async function surveyEnvFiles(
  files: Files,
  root: string,
  options: SurveyOptions,
): Promise<Survey> {
  const discovery = await discover(files, root, options);
  const paths = discovery.files.flatMap(({ path, kind }) => (kind === 'env' ? [path] : []));
  const surveyed: SurveyedFile[] = [];
  for (let start = 0; start < paths.length; start += slice) {
    if (options.signal?.aborted) return { files: surveyed, isComplete: false };
    const batch = paths.slice(start, start + slice);
    surveyed.push(
      ...(await Promise.all(batch.map((path) => surveyFile(files, path, root, options)))),
    );
    await setImmediate();
  }
  return { files: surveyed, isComplete: discovery.isComplete };
}

async function surveyFile(
  files: Files,
  path: string,
  cwd: string,
  { labels, home }: SurveyOptions,
): Promise<SurveyedFile> {
  const content = await files.read(path);
  if (content.kind === 'missing') return { path, targets: [], problems: [] };
  if (content.kind === 'unreadable')
    return { path, targets: [], problems: [{ file: path, message: content.reason }] };
  const lookup = { get: () => undefined, override: false };
  const environment = new Environment([
    parseLayer(dialectOf('dotenv'), { path, text: content.text }, lookup),
  ]);
  const found = findTargets(environment, { readFile: () => undefined, home, cwd }, grammars);
  const targets = found.map((target) => ({ target, ...assess(target, { labels, environment }) }));
  return { path, targets, problems: environment.problems() };
}
