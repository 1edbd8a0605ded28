import { dirname, join } from 'node:path';
import { Environment, type Layer } from '../../core/environment/environment';
import { Setting } from '../../core/environment/setting';
import type { Loader, LoadRequest } from './loader';
import { environmentName, resolvePlaceholders } from './springNames';
import { readProperties, readYaml, type Property, type SpringDocument } from './springDocuments';
import { variable } from './variable';

const starters = ['', '-parent', '-web', '-webflux', '-jdbc', '-data-jpa', '-data-mongodb'];
const outside = ['config', ''];
const inside = ['src/main/resources/config', 'src/main/resources'];
const types = ['properties', 'yml', 'yaml'];

/**
 * https://docs.spring.io/spring-boot/reference/features/external-config.html (read, not run). Settings get the names
 * that environment variables have, so that both compare.
 */
export const spring: Loader = {
  id: 'spring',
  title: 'Spring Boot reads application-{profile} before application, and the shell wins over both',
  detect(packages) {
    const group = 'org.springframework.boot';
    const names = starters.map((kind) => `${group}:spring-boot-starter${kind}`);
    const found = [...names, group].flatMap((name) => packages.find('java', name) ?? [])[0];
    const build = found?.origin.file;
    return found && build
      ? { because: found.origin, options: { folder: dirname(build) } }
      : undefined;
  },
  async load(request) {
    const above = [...jsonLayer(request), request.process];
    const base = await readPlaces(request, [...outside, ...inside], [], undefined);
    const active =
      request.options.mode ?? new Environment([...above, ...base]).get('SPRING_PROFILES_ACTIVE');
    // Of several active profiles the last wins.
    const profiles = (active ?? 'default')
      .split(',')
      .map((name) => name.trim())
      .reverse();
    const stages = [...profiles, undefined];
    const layers: Layer[] = [];
    for (const places of [outside, inside])
      for (const stage of stages)
        layers.push(...(await readPlaces(request, places, profiles, stage)));
    return resolvePlaceholders(new Environment([...above, ...layers]));
  },
};

function jsonLayer(request: LoadRequest): Layer[] {
  const text = variable(request, 'SPRING_APPLICATION_JSON');
  if (!text) return [];
  // JSON is YAML.
  const properties = readYaml(text).documents.flatMap((document) => document.properties);
  const origin = { kind: 'shell', name: 'SPRING_APPLICATION_JSON' } as const;
  const settings = properties.map(
    ({ name, value }) => new Setting(environmentName(name), value, origin),
  );
  return [{ settings }];
}

async function readPlaces(
  request: LoadRequest,
  places: readonly string[],
  profiles: readonly string[],
  stage: string | undefined,
): Promise<Layer[]> {
  const { folder = request.cwd } = request.options;
  const name = stage === undefined ? 'application' : `application-${stage}`;
  const paths = places.flatMap((place) =>
    types.map((type) => join(folder, place, `${name}.${type}`)),
  );
  const layers = await Promise.all(paths.map((path) => readFile(request, path, profiles)));
  return layers.flat();
}

/** One file, and above it what it imports. */
async function readFile(
  request: LoadRequest,
  file: string,
  profiles: readonly string[],
  isImported = false,
): Promise<Layer[]> {
  const content = await request.files.read(file);
  if (content.kind === 'missing') return [];
  if (content.kind === 'unreadable')
    return [{ settings: [], problem: { file, message: content.reason } }];
  const read = /\.ya?ml$/.test(file) ? readYaml : readProperties;
  const { documents, problem } = read(content.text);
  if (problem) return [{ settings: [], problem: { file, ...problem } }];
  const properties = documents
    .filter((document) => isActive(document, profiles))
    .flatMap((document) => document.properties);
  const settings = properties.map(({ name, value, line }) => {
    const origin = { kind: 'file', name, file, line } as const;
    return new Setting(environmentName(name), value, origin);
  });
  const imports = isImported ? [] : properties.filter(({ name }) => isImport(name));
  const imported = await Promise.all(
    imports.map((property) => readImport(request, file, property, profiles)),
  );
  // Of several imports the last wins.
  return [...imported.reverse().flat(), { settings }];
}

function isImport(name: string): boolean {
  return /^spring\.config\.import(\[\d+\])?$/.test(name);
}

/** `optional:file:./.env[.properties]` and other files; what comes over the network is not known. */
async function readImport(
  request: LoadRequest,
  file: string,
  { value, line }: Property,
  profiles: readonly string[],
): Promise<Layer[]> {
  const written = value.replace(/^optional:/, '').replace(/\[\.\w+\]$/, '');
  const [, scheme = '', path = ''] = /^(?:(file|classpath):)?([^:]+)$/.exec(written) ?? [];
  const message = 'imports settings from a place that is not read';
  if (!path || path.includes('${')) return [{ settings: [], problem: { file, line, message } }];
  const from = scheme === 'file' ? request.cwd : dirname(file);
  return readFile(request, join(from, path), profiles, true);
}

function isActive({ properties }: SpringDocument, profiles: readonly string[]): boolean {
  const conditions = properties.filter(({ name }) =>
    /^spring\.(config\.activate\.on-profile|profiles)(\[\d+\])?$/.test(name),
  );
  const wanted = conditions.flatMap(({ value }) => value.split(',').map((name) => name.trim()));
  if (wanted.length === 0) return true;
  return wanted.some((name) =>
    name.startsWith('!') ? !profiles.includes(name.slice(1)) : profiles.includes(name),
  );
}
