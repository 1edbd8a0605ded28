import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runScript, type CleanUp } from '../cleanUp';
import { preparePython } from '../incidents/python';
import { runCommand } from '../processes';
import { withProgress } from '../progress';
import { makeScratchFolder, removeScratchFolder } from '../scratchFolder';
import { startServers } from '../servers/servers';
import { demos, type Demo } from './demos';
import { openVscode } from './openVscode';
import { writeHome } from './writeHome';
import { writeWorkspace } from './writeWorkspace';

/** The developer's own variables would hide those of the demo's files. */
async function demoEnv({ variables }: Demo, home: string): Promise<NodeJS.ProcessEnv> {
  const python = await preparePython();
  if (python.kind === 'missing') console.log(`  Its programs will not run: ${python.reason}.`);
  writeHome(home, python.kind === 'ready' ? python.bin : undefined);
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home };
  for (const name of [...variables, 'FLASK_ENV']) delete env[name];
  return env;
}

async function startDemo(name: string, demo: Demo, cleanUp: CleanUp): Promise<void> {
  const root = makeScratchFolder('demo');
  cleanUp.add(() => removeScratchFolder(root));
  await withProgress('Building the extension', () => runCommand('npm', ['run', 'bundle']));
  const servers = await startServers(demo.wanted);
  cleanUp.add(() => servers.stop());
  if (servers.missing) throw new Error(`This demo needs MongoDB, but ${servers.missing}.`);
  const urls = demo.urls(servers);
  await demo.seed(...urls);
  const folder = join(root, name);
  writeWorkspace(name, folder, { variables: demo.variables, urls });
  const dataFolder = join(root, 'vscode');
  mkdirSync(dataFolder);
  const { where, closed } = await openVscode(
    { folder, dataFolder, env: await demoEnv(demo, join(root, 'home')) },
    cleanUp,
  );
  console.log(`\n${where}\n\n${demo.note.join('\n')}\n\nCtrl-C ends it all.`);
  await closed;
}

/** `npm start`, or `npm start -- famigo`: a VS Code to try in, on databases that nobody misses. */
runScript(async (cleanUp) => {
  const name = process.argv[2] ?? 'keepthescore';
  const demo = demos.get(name);
  if (!demo) {
    console.error(`There is no demo ${name}, but there are ${[...demos.keys()].join(', ')}.`);
    return 2;
  }
  await startDemo(name, demo, cleanUp);
  return 0;
});
