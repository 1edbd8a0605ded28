import { parse, TomlError, type TomlTable } from 'smol-toml';
import { linesOfWords, type Declaration, type Declarations, type ManifestReader } from './manifest';

/** A name and what follows it in PEP 508, such as `psycopg[binary]>=3.1; python_version > "3.8"`. */
const requirement = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*\(?([^;@#)]*)/;

function declare(text: string): Declaration | undefined {
  const [, name, range = ''] = requirement.exec(text) ?? [];
  if (!name) return undefined;
  const version = range.trim();
  return version ? { name, version } : { name };
}

export const requirementsTxt: ManifestReader = {
  ecosystem: 'python',
  files: /^(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(?:txt|in)$/,
  read(text) {
    const packages = text.split(/\r?\n/).flatMap((line, index) => {
      const declaration = /^\s*(?:#|-|$)/.test(line) ? undefined : declare(line);
      return declaration ? [{ ...declaration, line: index + 1 }] : [];
    });
    return { packages };
  },
};

/** `install_requires` and `extras_require` are lists with a requirement a line. */
export const setupCfg: ManifestReader = {
  ecosystem: 'python',
  files: /^setup\.cfg$/,
  read(text) {
    let listed = false;
    const packages: Declaration[] = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      const header = /^\[(.+)\]/.exec(line)?.[1];
      const key = /^([\w-]+)\s*=/.exec(line)?.[1];
      if (header !== undefined) listed = header === 'options.extras_require';
      else if (key !== undefined) listed = key === 'install_requires';
      const declaration = listed && /^\s+[^#\s]/.test(line) ? declare(line) : undefined;
      if (declaration) packages.push({ ...declaration, line: index + 1 });
    }
    return { packages };
  },
};

export const pyprojectToml: ManifestReader = {
  ecosystem: 'python',
  files: /^pyproject\.toml$/,
  read: (text) =>
    readToml(text, (root) => {
      const poetry = at(root, 'tool', 'poetry');
      const groups = Object.values(at(poetry, 'group')).map((group) => at(group, 'dependencies'));
      return [
        ...listed(at(root, 'project')['dependencies']),
        ...Object.values(at(root, 'project', 'optional-dependencies')).flatMap(listed),
        ...Object.values(at(root, 'dependency-groups')).flatMap(listed),
        ...listed(at(root, 'tool', 'uv')['dev-dependencies']),
        ...Object.values(at(root, 'tool', 'pdm', 'dev-dependencies')).flatMap(listed),
        ...[at(poetry, 'dependencies'), at(poetry, 'dev-dependencies'), ...groups].flatMap(keyed),
      ];
    }),
};

export const pipfile: ManifestReader = {
  ecosystem: 'python',
  files: /^Pipfile$/,
  read: (text) =>
    readToml(text, (root) => [...keyed(at(root, 'packages')), ...keyed(at(root, 'dev-packages'))]),
};

function readToml(text: string, find: (root: TomlTable) => Declaration[]): Declarations {
  try {
    const declarations = find(parse(text));
    const lines = linesOfWords(text);
    const packages = declarations.map((declaration) => {
      const line = lines.get(declaration.name);
      return { ...declaration, ...(line ? { line } : {}) };
    });
    return { packages };
  } catch (error) {
    const line = error instanceof TomlError ? { line: error.line } : {};
    return { packages: [], problem: { ...line, message: 'is not valid TOML' } };
  }
}

function at(value: unknown, ...names: readonly string[]): TomlTable {
  let table = value;
  for (const name of names) table = isTable(table) ? table[name] : undefined;
  return isTable(table) ? table : {};
}

function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listed(value: unknown): Declaration[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => (typeof entry === 'string' ? (declare(entry) ?? []) : []));
}

function keyed(table: TomlTable): Declaration[] {
  return Object.entries(table).map(([name, value]) => {
    const version = isTable(value) ? value['version'] : value;
    return typeof version === 'string' && version !== '*' ? { name, version } : { name };
  });
}
