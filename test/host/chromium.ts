import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { findCommand, isExecutable } from '../findCommand';
import { runCommand } from '../processes';
import { withProgress } from '../progress';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const isRoot = process.getuid?.() === 0;

const findChromium = (): string | undefined =>
  process.env['CHROMIUM'] ?? findCommand(...commands) ?? applications.find(isExecutable);

async function installChromium(): Promise<void> {
  if (!isRoot || !existsSync('/etc/debian_version')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await withProgress('Installing Chromium (apt-get, once)', async () => {
    await runCommand('apt-get', ['update', '-q'], { env });
    await runCommand('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], { env });
  });
}

export async function launchChromium(): Promise<Browser> {
  if (!findChromium()) await installChromium();
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error(
      'The host tests need Chromium or Chrome: install one, or name it in the variable CHROMIUM.',
    );
  return chromium.launch({
    executablePath,
    // Chromium's own sandbox refuses to run as root.
    args: isRoot ? ['--no-sandbox'] : [],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
