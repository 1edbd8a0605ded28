import { basename, dirname, extname, join } from 'node:path';
import picomatch from 'picomatch';
import type { EvaluationHost } from '../../../syntax/evaluation/host';
import { scalar, textOf, variablesOf, type Value } from '../../../syntax/evaluation/value';
import { argument, folderOf, nothing, type LibraryCall, type LibraryRules } from '../libraryCall';

/** django-split-settings 1.3 `tools.py`: files whose code runs in the module of the settings, in turn. */
export const splitSettings: LibraryRules = {
  'split_settings.tools.optional': (call) => argument(call, 0, 'filename') ?? scalar(''),
  'split_settings.tools.include': (call) => {
    for (const pattern of call.args.positional) includeFiles(call, pattern);
    return nothing;
  },
};

function includeFiles(call: LibraryCall, pattern: Value): void {
  const text = textOf(pattern);
  if (!text) return;
  const path = join(folderOf(call), text);
  compareWithSiblings(call.host, pattern, path);
  for (const file of filesOf(call.host, path)) call.include?.(file, pattern);
}

/** The library takes the files of one pattern in the order of the disk, which has none: here it is that of their names. */
function filesOf(host: EvaluationHost, path: string): string[] {
  const matches = picomatch(basename(path));
  const folder = dirname(path);
  return host.listFiles(folder).flatMap((name) => (matches(name) ? [join(folder, name)] : []));
}

/** Where a variable picks the file, the others beside it tell which values there are. */
function compareWithSiblings(host: EvaluationHost, pattern: Value, path: string): void {
  const variables = variablesOf(pattern);
  if (variables.length === 0) return;
  for (const name of host.listFiles(dirname(path)))
    host.onCompared(variables, basename(name, extname(name)));
}
