import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { runCommand } from '../processes';

const outFolder = 'out/host';

/** Builds the extension as it is shipped, and the tests beside the module that VS Code runs. */
export async function bundle(files: readonly string[]): Promise<string> {
  rmSync(outFolder, { recursive: true, force: true });
  await Promise.all([
    runCommand('npm', ['run', '--silent', 'bundle']),
    build({
      entryPoints: ['index.ts', ...files].map((file) => join('test/host', file)),
      outbase: 'test/host',
      outdir: outFolder,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      external: ['vscode', 'mocha'],
      logLevel: 'warning',
    }),
  ]);
  return resolve(outFolder, 'index');
}
