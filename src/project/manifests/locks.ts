import { escapeRegExp, type Ecosystem } from './manifest';

/** A lock file, read as text: only the version of a package that a manifest declares is looked up in it. */
export interface Lock {
  readonly ecosystem: Ecosystem;
  readonly file: string;
  /** Finds the version as its first group. The name comes escaped. */
  readonly version: (name: string) => RegExp;
}

const locks: readonly Lock[] = [
  {
    ecosystem: 'node',
    file: 'package-lock.json',
    version: (name) => new RegExp(`"(?:node_modules/)?${name}": \\{\\s*"version": "([^"]+)"`),
  },
  {
    ecosystem: 'node',
    file: 'npm-shrinkwrap.json',
    version: (name) => new RegExp(`"(?:node_modules/)?${name}": \\{\\s*"version": "([^"]+)"`),
  },
  {
    // Formats 6 and 9 tell a workspace's own version under `importers`, 5 only in the paths of packages.
    ecosystem: 'node',
    file: 'pnpm-lock.yaml',
    version: (name) =>
      new RegExp(
        `^ +'?${name}'?:\\n +specifier: .*\\n +version: '?(\\d[^\\s'(]*)|^ +'?/?${name}[@/](\\d[^:'(_]*)`,
        'm',
      ),
  },
  {
    ecosystem: 'node',
    file: 'yarn.lock',
    version: (name) => new RegExp(`^"?(?:.*, )?"?${name}@.*:\\n +version:? "?([^"\\n]+)`, 'm'),
  },
  {
    ecosystem: 'node',
    file: 'bun.lock',
    version: (name) => new RegExp(`^ +"${name}": \\["${name}@([^"]+)"`, 'm'),
  },
  {
    ecosystem: 'python',
    file: 'poetry.lock',
    version: (name) => new RegExp(`^name = "${name}"\\nversion = "([^"]+)"`, 'im'),
  },
  {
    ecosystem: 'python',
    file: 'uv.lock',
    version: (name) => new RegExp(`^name = "${name}"\\nversion = "([^"]+)"`, 'im'),
  },
  {
    ecosystem: 'python',
    file: 'Pipfile.lock',
    version: (name) => new RegExp(`"${name}": \\{[^{}]*"version": "==([^"]+)"`, 'i'),
  },
  {
    ecosystem: 'ruby',
    file: 'Gemfile.lock',
    version: (name) => new RegExp(`^ {4}${name} \\(([^)]+)\\)`, 'm'),
  },
  {
    ecosystem: 'php',
    file: 'composer.lock',
    version: (name) => new RegExp(`"name": "${name}",\\s*"version": "v?([^"]+)"`),
  },
];

export function lockOf(file: string): Lock | undefined {
  return locks.find((lock) => lock.file === file);
}

export function lockedVersion(lock: Lock, text: string, name: string): string | undefined {
  const match = lock.version(escapeRegExp(name)).exec(text.replaceAll('\r\n', '\n'));
  return match?.slice(1).find((version) => version !== undefined);
}
