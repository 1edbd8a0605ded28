import { dirname, join, resolve } from 'node:path';
import { Environment } from '../../../core/environment/environment';
import type { Endpoint, Target } from '../../../core/targets/target';
import { scalar, textOf, unknown, type Value } from '../../../syntax/evaluation/value';
import { prisma as prismaLoader } from '../../loaders/prisma';
import { JsonManifest } from '../../manifests/json';
import { readPackages } from '../../packages';
import { optionOf } from '../callOptions';
import type { ClientRules } from '../clientCall';
import type { Evaluation } from '../evaluation';
import { rulesOfDialect } from '../javascriptRules';
import {
  findConfig,
  inFolders,
  loadConfig,
  targetsOfParts,
  withEndings,
  type ConfigModule,
  type ConfigReading,
  type ConfigRequest,
  type ConfigTool,
} from './configFile';
import { readPrismaSchema, type PrismaDatasource, type PrismaField } from './prismaSchema';

const configNames = [
  ...withEndings('prisma.config'),
  ...inFolders(['.config'], withEndings('prisma')),
];

/** The command line of Prisma: `prisma.config`, then the schema, whose `directUrl` it prefers. */
export const prismaConfig: ConfigTool = {
  id: 'prisma',
  async read(request) {
    const file = await findConfig(request, configNames);
    const config = file === undefined ? undefined : await loadConfig(request, file);
    const written = config && (await ofConfig(request, config));
    if (written) return written;
    const named = config && textOf(optionOf(config.value, 'schema') ?? scalar(null));
    const path =
      request.schema ??
      (file !== undefined && named
        ? resolve(dirname(file), named)
        : await schemaOfPackage(request));
    const loaded = config ? [] : await loadEnvFiles(request);
    const environment =
      config?.evaluation.environment ?? new Environment([request.process, ...loaded]);
    return ofSchema(request, environment, path, true);
  },
};

/** Before 7 package.json may say where the schema is. */
async function schemaOfPackage({ files, cwd, root }: ConfigRequest): Promise<string | undefined> {
  const { file } = (await readPackages(files, cwd, root)).findFile('package.json') ?? {};
  const content = file === undefined ? undefined : await files.read(file);
  if (file === undefined || content?.kind !== 'text') return undefined;
  const members = new JsonManifest(content.text).texts('prisma');
  const schema = members.find(({ name }) => name === 'schema')?.text;
  return schema && resolve(dirname(file), schema);
}

/** What Prisma Client takes where the code gives it no URL: the `url` of the schema. */
export async function readPrismaClient(
  request: ConfigRequest,
  { made, environment }: Evaluation,
): Promise<readonly Target[]> {
  const clients = made.filter(({ maker }) => maker === '@prisma/client.PrismaClient');
  if (!clients.some(({ args }) => takesSchema(args.positional[0]))) return [];
  const path = await schemaOfPackage(request);
  const loaded = await loadEnvFiles(request);
  const own = new Environment([...environment.layers, ...loaded]);
  return (await ofSchema(request, own, path, false))?.targets ?? [];
}

function takesSchema(options: Value | undefined): boolean {
  const given = ['adapter', 'accelerateUrl', 'datasourceUrl', 'datasources'];
  return given.every((name) => optionOf(options, name) === undefined);
}

/** Since 7 the file itself names the database; before, it only says where the schema is. */
async function ofConfig(
  request: ConfigRequest,
  { file, value, evaluation }: ConfigModule,
): Promise<ConfigReading | undefined> {
  const url = optionOf(optionOf(value, 'datasource'), 'url');
  if (!url) return undefined;
  const { environment, reads, compared } = evaluation;
  const rules: ClientRules = { system: 'unknown', grammar: 'prisma', needsUrl: true };
  const targets = await targetsOfParts(request, environment, rules, { url }, { file });
  return { targets, environment, reads, compared };
}

/** Prisma 4 to 6 reads `.env` beside package.json, and then beside the schema that the command names, or in `prisma`. */
async function loadEnvFiles(request: ConfigRequest): Promise<Environment['layers']> {
  const { files, cwd, root, schema } = request;
  const packages = await readPackages(files, cwd, root);
  const detection = prismaLoader.detect?.(packages);
  if (!detection) return [];
  const beside = schema === undefined ? [] : [join(dirname(schema), '.env')];
  const second = await findConfig({ ...request, file: undefined }, [...beside, 'prisma/.env']);
  const first = join(detection.options?.folder ?? cwd, '.env');
  const options = { ...detection.options, paths: [first, ...(second ? [second] : [])] };
  const { layers } = await prismaLoader.load({ ...request, options });
  return layers.filter((layer) => layer !== request.process);
}

interface FoundSchema {
  readonly file: string;
  readonly datasource: PrismaDatasource;
}

async function ofSchema(
  request: ConfigRequest,
  environment: Environment,
  path: string | undefined,
  prefersDirect: boolean,
): Promise<ConfigReading | undefined> {
  const found = await findSchema(request, path);
  if (!found) return undefined;
  const { url, directUrl, provider } = found.datasource;
  const fields = prefersDirect ? [directUrl, url] : [url];
  const rules = {
    ...(rulesOfDialect(provider) ?? { system: 'unknown' as const }),
    grammar: 'prisma',
    needsUrl: true,
  } as const;
  const read = await Promise.all(
    fields.flatMap((field) =>
      field
        ? [
            targetsOfParts(
              request,
              environment,
              rules,
              { url: valueOf(field, found.file, environment) },
              found,
            ),
          ]
        : [],
    ),
  );
  // Only the first is what a command would use: the other is for the program, and stands by.
  const targets = read.flat().map((target, index) => ({
    ...target,
    endpoints: target.endpoints.map((endpoint) => besideSchema(endpoint, found.file)),
    standby: index > 0,
  }));
  const names = [url, directUrl].flatMap((field) =>
    field?.kind === 'variable' ? [field.name] : [],
  );
  return { targets, environment, reads: new Set(names), compared: new Map() };
}

/** The path of a database file starts where the schema is. */
function besideSchema(endpoint: Endpoint, schema: string): Endpoint {
  return endpoint.kind === 'file'
    ? { ...endpoint, path: resolve(dirname(schema), endpoint.path) }
    : endpoint;
}

function valueOf(field: PrismaField, file: string, environment: Environment): Value {
  const here = { kind: 'file', file, line: field.line } as const;
  if (field.kind === 'text')
    return scalar(field.text, [{ kind: 'written', origin: { ...here, name: 'url' } }]);
  const setting = environment.find(field.name)?.setting;
  const origin = setting?.origin ?? { ...here, name: field.name };
  const read = { kind: 'read', name: field.name, isSet: setting !== undefined, origin } as const;
  return setting ? scalar(setting.value, [read]) : unknown(`${field.name} is not set`, [read]);
}

async function findSchema(
  { files, cwd }: ConfigRequest,
  path: string | undefined,
): Promise<FoundSchema | undefined> {
  const usual = ['prisma/schema.prisma', 'schema.prisma', 'prisma/schema'];
  for (const place of path === undefined ? usual : [path]) {
    const full = resolve(cwd, place);
    const entries = full.endsWith('.prisma') ? [] : await files.list(full);
    const inside = entries.filter(({ name }) => name.endsWith('.prisma'));
    for (const file of [full, ...inside.map(({ name }) => join(full, name))]) {
      const content = await files.read(file);
      const datasource = content.kind === 'text' ? readPrismaSchema(content.text) : undefined;
      if (datasource) return { file, datasource };
    }
  }
  return undefined;
}
