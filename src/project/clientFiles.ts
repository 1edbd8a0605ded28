import { join } from 'node:path';
import type { Environment } from '../core/environment/environment';
import { serviceFilePaths } from '../core/targets/libpq/serviceFile';
import type { Files } from './files';

/** Files that database clients read by themselves, beside the variables: PostgreSQL's services, MySQL's options. */
function pathsOf(environment: Environment, home: string): string[] {
  return [
    ...serviceFilePaths({ find: (name) => environment.find(name), home }),
    '/etc/my.cnf',
    '/etc/mysql/my.cnf',
    join(home, '.my.cnf'),
  ];
}

/** Reads them once, so that the grammars, which do no I/O, can ask by path. */
export async function readClientFiles(
  files: Files,
  environment: Environment,
  home: string,
): Promise<(path: string) => string | undefined> {
  const contents = await Promise.all(
    pathsOf(environment, home).map(async (path) => [path, await files.read(path)] as const),
  );
  const texts = new Map(
    contents.flatMap(([path, content]) => (content.kind === 'text' ? [[path, content.text]] : [])),
  );
  return (path) => texts.get(path);
}
