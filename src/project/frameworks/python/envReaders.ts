import { basename, dirname, join } from 'node:path';
import { scalar, textOf, truthOf, type Value } from '../../../syntax/evaluation/value';
import { readDatabaseUrl } from './djangoUrl';
import {
  argument,
  folderOf,
  nothing,
  readVariable,
  type LibraryCall,
  type LibraryRules,
} from '../libraryCall';

const plain = 'str int float bool json list tuple dict path url dj_email_url search_url'.split(' ');
const databases = ['db', 'db_url', 'dj_db_url'];

/** django-environ 0.12 and environs 14: an object that reads variables, one method for each type. */
export const envReaders: LibraryRules = {
  ...reader('environ.Env', readDjangoFile),
  ...reader('environ.FileAwareEnv', readDjangoFile),
  ...reader('environs.Env', readDotenv),
  ...reader('environs.FileAwareEnv', readDotenv),
};

function reader(maker: string, readFile: (call: LibraryCall) => Value): LibraryRules {
  const methods = [
    ...['__call__', ...plain].map((name) => [name, readOne] as const),
    ...databases.map((name) => [name, readDatabase] as const),
    ['read_env', readFile] as const,
    ['read_envfile', readFile] as const,
  ];
  return {
    [`${maker}.read_env`]: readFile,
    ...Object.fromEntries(methods.map(([name, rule]) => [`${maker}().${name}`, rule])),
  };
}

/** The scheme that the object was made with holds defaults: `Env(DEBUG=(bool, False))`. */
function defaultOf(call: LibraryCall, name: string): Value | undefined {
  const { self } = call.args;
  const declared = self?.kind === 'made' ? self.args.named.get(name) : undefined;
  const own = declared?.kind === 'list' ? declared.items[1] : undefined;
  return call.args.named.get('default') ?? own;
}

function readOne(call: LibraryCall): Value | undefined {
  const given = argument(call, 0, 'var', 'name');
  const name = given && textOf(given);
  if (name === undefined) return undefined;
  const isCast = call.args.positional[1]?.kind === 'external';
  const second = isCast ? call.args.positional[2] : call.args.positional[1];
  return readVariable(call, name, defaultOf(call, name) ?? second);
}

function readDatabase(call: LibraryCall): Value | undefined {
  const given = argument(call, 0, 'var', 'name') ?? scalar('DATABASE_URL');
  const name = textOf(given);
  if (name === undefined) return undefined;
  const fallback = defaultOf(call, name) ?? call.args.positional[1];
  return readDatabaseUrl(readVariable(call, name, fallback), call);
}

/** Without a path it is `.env` beside the calling file. */
function readDjangoFile(call: LibraryCall): Value {
  const given = argument(call, 0, 'env_file');
  const path = given ? textOf(given) : join(folderOf(call), '.env');
  load(call, 'django-environ', path, argument(call, 1, 'overwrite'), given);
  return nothing;
}

/** Without a path it is the nearest `.env` from the calling file upwards. */
function readDotenv(call: LibraryCall): Value {
  const given = argument(call, 0, 'path');
  load(call, 'python-dotenv', given && textOf(given), call.args.named.get('override'), given);
  return nothing;
}

function load(
  call: LibraryCall,
  loader: string,
  path: string | undefined,
  override: Value | undefined,
  by: Value | undefined,
): void {
  const request = {
    loader,
    ...(path === undefined ? {} : { paths: [path], folder: dirname(path) }),
    override: truthOf(override ?? scalar(false)) === true,
    from: call.origin.file ?? '',
  };
  call.host.loadEnvFile(request, call.because(by, path && basename(path)));
}
