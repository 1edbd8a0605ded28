import { resolve } from 'node:path';
import { build } from 'esbuild';
import { runScript } from '../cleanUp';
import { runCommand } from '../processes';
import { withProgress } from '../progress';
import { makeScratchFolder, removeScratchFolder } from '../scratchFolder';
import type { Bench } from './bench';
import { editingBench } from './editing';
import type { Figure } from './figure';
import { linesBench } from './lines';
import { printTable } from './printTable';
import { promptsBench } from './prompts';
import { djangoBench, envFilesBench } from './resolution';
import { savesBench } from './saves';
import { scanBench } from './scan';
import { startsBench } from './starts';
import { threadBench } from './thread';
import { windowBench } from './window';

const benches: Readonly<Record<string, Bench>> = {
  saves: savesBench,
  window: windowBench,
  envFiles: envFilesBench,
  django: djangoBench,
  thread: threadBench,
  prompts: promptsBench,
  lines: linesBench,
  starts: startsBench,
  scan: scanBench,
  editing: editingBench,
};
const outFolder = 'out/bench';

async function buildModule(name: string): Promise<string> {
  await build({
    entryPoints: [`test/bench/${name}.ts`],
    outdir: outFolder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'pg-native'],
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    define: { 'import.meta.url': '__filename' },
    logLevel: 'warning',
  });
  return resolve(outFolder, `${name}.js`);
}

/** `npm run bench`: everything, or with `-- NAME...` some of it. */
runScript(async (cleanUp) => {
  const names = process.argv.slice(2);
  const scratch = makeScratchFolder('bench');
  cleanUp.add(() => removeScratchFolder(scratch));
  await runCommand('npm', ['run', '--silent', 'build']);
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(benches))
    if (names.length === 0 || names.includes(name))
      figures.push(
        ...(await withProgress(`Measuring ${name}`, () =>
          bench({ scratch, cleanUp, build: buildModule }),
        )),
      );
  printTable(figures);
  return 0;
});
