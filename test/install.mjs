// Plain Node on purpose: this runs before any dependency is there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

function isOldNode() {
  const needed = readJson('package.json').engines.node.match(/\d+/g).map(Number);
  const running = process.versions.node.split('.').map(Number);
  const differing = needed.findIndex((part, index) => part !== running[index]);
  return differing >= 0 && running[differing] < needed[differing];
}

/** npm notes in node_modules what it installed, so contents are compared rather than file times. */
function isInstalled() {
  const locked = Object.entries(readJson('package-lock.json').packages);
  try {
    const installed = readJson('node_modules/.package-lock.json').packages;
    return locked.every(
      ([path, { version, optional }]) =>
        path === '' || (optional && !installed[path]) || installed[path]?.version === version,
    );
  } catch {
    return false;
  }
}

function install() {
  console.log('Installing dependencies (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Install scripts stay off: nothing here needs one, and what needs a build is built where it is used.
  const { status, error } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(`npm could not be started: ${error.message}`);
  return status ?? 1;
}

if (isOldNode()) {
  const { node } = readJson('package.json').engines;
  console.error(`Safety Catch needs Node ${node}, and this is ${process.version}.`);
  process.exitCode = 1;
} else if (!isInstalled()) process.exitCode = install();
