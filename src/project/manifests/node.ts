import { JsonManifest } from './json';
import { lineCounter, type ManifestReader } from './manifest';

const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

export const packageJson: ManifestReader = {
  ecosystem: 'node',
  files: /^package\.json$/,
  read(text) {
    const manifest = new JsonManifest(text);
    const packages = groups.flatMap((group) =>
      manifest.texts(group).map(({ name, text: version, line }) => ({ name, version, line })),
    );
    const scripts = manifest
      .texts('scripts')
      .map(({ name, text: command, line }) => ({ name, command, line }));
    const manager = manifest.texts().find(({ name }) => name === 'packageManager');
    const [managerName = '', version] = manager?.text.split('@') ?? [];
    const runtime = [...manifest.texts('volta'), ...manifest.texts('engines')].find(
      ({ name }) => name === 'node',
    );
    return {
      packages: [
        ...packages,
        ...(manager
          ? [{ name: managerName, ...(version ? { version } : {}), line: manager.line }]
          : []),
      ],
      scripts,
      ...(runtime ? { runtime: { version: runtime.text, line: runtime.line } } : {}),
      ...manifest.problem,
    };
  },
};

// https://github.com/nodejs/Release#release-schedule
const codeNames: Readonly<Record<string, string>> = {
  hydrogen: '18',
  iron: '20',
  jod: '22',
  krypton: '24',
};

/** `.nvmrc` and `.node-version` hold a version or the code name of a release line, and perhaps comments. */
export const nodeVersionFile: ManifestReader = {
  ecosystem: 'node',
  files: /^\.(nvmrc|node-version)$/,
  read(text) {
    const written = /^[ \t]*(?:lts\/)?([\w.*]+)/m.exec(text.replace(/#.*/g, ''))?.[1];
    if (!written) return { packages: [] };
    const version = codeNames[written.toLowerCase()] ?? written;
    const line = lineCounter(text)(text.search(/^[ \t]*[^#\s]/m));
    return { packages: [], runtime: { version, line } };
  },
};
