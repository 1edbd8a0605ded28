import { basename } from 'node:path';
import type { EnvFileRequest, EvaluationHost, Intrinsic } from '../host';
import { scalar, textOf, truthOf, unknown, withSteps, type Value } from '../value';

type Call = Parameters<Intrinsic>[0];

/** Functions of libraries that load env files, by full name. */
export const javascriptIntrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['dotenv.config', loadDotenv],
  ['dotenv-flow.config', (call) => load(call, { loader: 'dotenv-flow', override: false })],
  ['dotenv-expand.expand', expandDotenv],
  ['dotenv-expand', expandDotenv],
  ['process.loadEnvFile', loadNodeEnvFile],
  ['@next/env.loadEnvConfig', loadNextEnv],
  ['@nestjs/config.ConfigModule.forRoot', loadNestEnv],
]);

/** Modules that load env files as soon as they are imported. */
const loadingModules: Readonly<Record<string, string>> = {
  'dotenv/config': 'dotenv',
  'dotenv/config.js': 'dotenv',
  'dotenv-flow/config': 'dotenv-flow',
  'dotenv-expand/config': 'dotenv-expand',
};

export function loadOnImport(host: EvaluationHost, name: string, from: string): void {
  const loader = Object.hasOwn(loadingModules, name) ? loadingModules[name] : undefined;
  if (loader) host.loadEnvFile({ loader, override: false, from });
}

function optionOf({ args: { positional } }: Call, name: string): Value | undefined {
  const [options] = positional;
  return options?.kind === 'map' ? options.entries.get(name) : undefined;
}

/** One path or a list of them; `undefined` where it is not given, or not known. */
function pathsOf(value: Value | undefined): readonly string[] | undefined {
  const texts = value?.kind === 'list' ? value.items.map(textOf) : [value && textOf(value)];
  const known = texts.filter((text) => text !== undefined);
  return known.length > 0 && known.length === texts.length ? known : undefined;
}

/** @param by what has picked the files */
function load(
  { host, origin, because }: Call,
  request: Omit<EnvFileRequest, 'from'>,
  by?: Value,
): Value {
  const [first] = request.paths ?? [];
  const picked =
    by?.kind === 'list'
      ? withSteps(
          by,
          by.items.flatMap(({ trail }) => trail),
        )
      : by;
  const name = first === undefined ? undefined : basename(first);
  host.loadEnvFile({ ...request, from: origin.file ?? '' }, because(picked, name));
  return unknown('what an env file holds is read as variables only');
}

function loadDotenv(call: Call): Value {
  const path = optionOf(call, 'path');
  const paths = pathsOf(path);
  const override = truthOf(optionOf(call, 'override') ?? scalar(false)) === true;
  return load(call, { loader: 'dotenv', override, ...(paths ? { paths } : {}) }, path);
}

/** Reads the files of the call before once more, as dotenv-expand leaves them. */
function expandDotenv(call: Call): Value {
  return load(call, { loader: 'dotenv-expand', override: false, replaces: 'dotenv' });
}

function loadNodeEnvFile(call: Call): Value {
  const [path] = call.args.positional;
  const paths = pathsOf(path);
  const given = paths ? { paths } : {};
  return load(call, { loader: 'node-env-file', override: false, ...given }, path);
}

function loadNextEnv(call: Call): Value {
  const [folder, isDevelopment] = call.args.positional;
  const path = folder && textOf(folder);
  const holds = isDevelopment ? truthOf(isDevelopment) : false;
  const mode = holds === undefined ? {} : { mode: holds ? 'development' : 'production' };
  return load(call, {
    loader: 'next',
    override: false,
    ...mode,
    ...(path === undefined ? {} : { folder: path }),
  });
}

function loadNestEnv(call: Call): Value | undefined {
  const ignores = truthOf(optionOf(call, 'ignoreEnvFile') ?? scalar(false));
  const path = optionOf(call, 'envFilePath');
  const paths = pathsOf(path);
  const override = truthOf(optionOf(call, 'override') ?? scalar(false)) === true;
  if (ignores === false)
    load(call, { loader: 'nest', override, ...(paths ? { paths } : {}) }, path);
  return undefined;
}
