import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'mocha';

/** A layer may import itself, the layers and the packages named here, and node's own modules unless `pure`. */
interface Layer {
  readonly layers: readonly string[];
  readonly packages: readonly string[];
  readonly pure?: true;
}

const surfaces = ['editor', 'terminal', 'tasks', 'tree', 'commands'];
const surface: Layer = {
  layers: [
    'core',
    'project',
    'workspace',
    'shells',
    'settings',
    'manifest',
    'errors',
    'disposableStore',
  ],
  packages: ['vscode'],
};

/** The arrows of the design. Packages in `core` are parsers: text in, values out. */
const layers: Readonly<Record<string, Layer>> = {
  core: {
    layers: [],
    packages: ['dotenv', 'pg-connection-string', 'mongodb-connection-string-url'],
    pure: true,
  },
  errors: { layers: [], packages: [] },
  manifest: { layers: [], packages: [] },
  syntax: { layers: ['core', 'errors', 'manifest'], packages: ['web-tree-sitter', 'libpg-query'] },
  shells: { layers: ['core', 'errors', 'manifest'], packages: [] },
  databases: { layers: ['core', 'errors', 'manifest'], packages: ['pg', 'mongodb'] },
  project: {
    layers: ['core', 'syntax', 'shells', 'databases', 'errors', 'manifest'],
    packages: ['yaml', 'smol-toml', 'jsonc-parser', 'picomatch'],
  },
  disposableStore: { layers: [], packages: ['vscode'] },
  settings: { layers: ['core', 'project', 'manifest', 'errors'], packages: ['vscode'] },
  workspace: {
    layers: [
      'core',
      'syntax',
      'shells',
      'databases',
      'project',
      'settings',
      'manifest',
      'errors',
      'disposableStore',
    ],
    packages: ['vscode'],
  },
  ...Object.fromEntries(surfaces.map((name) => [name, surface])),
  cli: {
    layers: ['core', 'syntax', 'shells', 'databases', 'project', 'errors', 'manifest'],
    packages: [],
  },
  worker: { layers: ['core', 'syntax', 'project', 'errors'], packages: [] },
  scanWorker: { layers: ['core', 'syntax', 'project', 'errors'], packages: [] },
  analysisWorker: { layers: ['core', 'syntax', 'project', 'errors'], packages: [] },
  extension: {
    layers: [
      'core',
      'syntax',
      'project',
      'workspace',
      ...surfaces,
      'settings',
      'manifest',
      'errors',
      'disposableStore',
    ],
    packages: ['vscode'],
  },
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`);

function layerOf(file: string): string {
  return file.split('/')[1]!.replace(/\.ts$/, '');
}

/** A statement at the start of a line, or a call: the words stand in texts and in names, too. */
const importStatement =
  /^(?:import|export)\b(?:[^;']*\bfrom)?\s*'([^']+)';|\bimport\('([^']+)'\)/gm;

function importsOf(file: string, source = readFileSync(file, 'utf8')): string[] {
  return [...source.matchAll(importStatement)].map((match) => match[1] ?? match[2]!);
}

/** Without those that are only types: nothing of them is left in a bundle. */
function loadedBy(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return importsOf(file, source.replace(/^(?:import|export) type\b[^;]*;/gm, ''));
}

/** The files of `src` among what a file imports. */
function filesOf(file: string, imports: readonly string[]): string[] {
  return imports
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)))
    .flatMap((base) => [`${base}.ts`, `${base}/index.ts`].filter((name) => files.includes(name)));
}

function breachOf(file: string, imported: string): string | undefined {
  const layer = layers[layerOf(file)];
  if (!layer) return `${file}: no layer of that name`;
  if (imported.startsWith('node:')) return layer.pure ? `${file} imports ${imported}` : undefined;
  if (!imported.startsWith('.'))
    return layer.packages.includes(imported) ? undefined : `${file} imports ${imported}`;
  const to = layerOf(normalize(join(dirname(file), imported)));
  return to === layerOf(file) || layer.layers.includes(to)
    ? undefined
    : `${file} imports ${imported}`;
}

describe('architecture', () => {
  it('keeps every import on an arrow of the design', () => {
    assert.deepEqual(
      files.flatMap((file) =>
        importsOf(file).flatMap((imported) => breachOf(file, imported) ?? []),
      ),
      [],
    );
  });

  it('keeps import cycles out', () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const to of filesOf(file, importsOf(file))) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    assert.deepEqual(cycles, []);
  });

  it('follows code on no thread that other extensions share', () => {
    const loaded = new Set(['src/extension.ts']);
    for (const file of loaded) for (const to of filesOf(file, loadedBy(file))) loaded.add(to);
    assert.deepEqual(
      [...loaded].filter((file) => file.startsWith('src/syntax/evaluation/')),
      [],
    );
  });

  it('keeps clock, environment variables and console out of core', () => {
    const impure = /\b(process\.|Date\.now|new Date\(|Math\.random|console\.|setTimeout)/;
    const breaches = files.filter(
      (file) => layerOf(file) === 'core' && impure.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(breaches, []);
  });

  it('reveals connection strings to the grammars and the database clients only', () => {
    const breaches = files.filter(
      (file) =>
        !/^src\/(core\/targets|databases)\//.test(file) &&
        readFileSync(file, 'utf8').includes('.reveal('),
    );
    assert.deepEqual(breaches, []);
  });

  it('leaves the extension context to the composition root', () => {
    const breaches = files.filter(
      (file) =>
        file !== 'src/extension.ts' && readFileSync(file, 'utf8').includes('ExtensionContext'),
    );
    assert.deepEqual(breaches, []);
  });
});
