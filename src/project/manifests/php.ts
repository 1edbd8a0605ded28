import { JsonManifest } from './json';
import type { ManifestReader } from './manifest';

export const composerJson: ManifestReader = {
  ecosystem: 'php',
  files: /^composer\.json$/,
  read(text) {
    const manifest = new JsonManifest(text);
    const packages = ['require', 'require-dev'].flatMap((group) =>
      manifest.texts(group).map(({ name, text: version, line }) => ({ name, version, line })),
    );
    return { packages, ...manifest.problem };
  },
};
