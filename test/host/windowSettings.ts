import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a window shows besides the extension is off, for quiet runs and clean pictures. */
const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'terminal.integrated.enablePersistentSessions': false,
  // The default, said aloud: a test that tries another theme has to come back to it.
  'workbench.colorTheme': 'Light 2026',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export function writeWindowSettings(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings));
}
