import { goMod } from './go';
import { buildGradle, pomXml } from './java';
import type { ManifestReader } from './manifest';
import { nodeVersionFile, packageJson } from './node';
import { composerJson } from './php';
import { pipfile, pyprojectToml, requirementsTxt, setupCfg } from './python';
import { gemfile } from './ruby';

/** Every manifest that is read. Of two that name a package in one folder, the earlier here counts. */
export const manifestReaders: readonly ManifestReader[] = [
  nodeVersionFile,
  packageJson,
  pyprojectToml,
  pipfile,
  setupCfg,
  requirementsTxt,
  gemfile,
  composerJson,
  goMod,
  pomXml,
  buildGradle,
];
