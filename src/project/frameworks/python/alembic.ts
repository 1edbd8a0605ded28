import { dirname, join } from 'node:path';
import type { EvaluationHost } from '../../../syntax/evaluation/host';
import { scalar, textOf, type Value } from '../../../syntax/evaluation/value';
import { readIni } from './ini';
import { argument, mapOf, nothing, type LibraryCall, type LibraryRules } from '../libraryCall';

/** Alembic 1.16 `config.py`: env.py sees the options of alembic.ini, and may replace them before it connects. */
export const alembic: LibraryRules = {
  'alembic.context.config=': ({ host }) => configOf(host),
  'alembic.Config.set_main_option': (call) => {
    const [name, value] = [argument(call, 0, 'name'), argument(call, 1, 'value')];
    const key = name && textOf(name);
    if (key !== undefined && value) call.write(optionsOf(call), key, unescaped(value));
    return nothing;
  },
  'alembic.Config.get_main_option': (call) => {
    const [name, fallback = scalar(null)] = [
      argument(call, 0, 'name'),
      argument(call, 1, 'default'),
    ];
    return optionsOf(call).get((name && textOf(name)) ?? '') ?? fallback;
  },
  'alembic.Config.get_section_option': (call) => {
    const [name, fallback = scalar(null)] = [
      argument(call, 1, 'name'),
      argument(call, 2, 'default'),
    ];
    return optionsOf(call).get((name && textOf(name)) ?? '') ?? fallback;
  },
  'alembic.Config.get_section': (call) => mapOf(optionsOf(call)),
  'alembic.context.is_offline_mode': ({ host }) => scalar(host.argv.includes('--sql')),
  'alembic.context.get_x_argument': ({ host }) => mapOf(givenByX(host.argv)),
  'sqlalchemy.engine_from_config': connectEngine,
  'sqlalchemy.engine.engine_from_config': connectEngine,
  'sqlalchemy.ext.asyncio.async_engine_from_config': connectEngine,
};

/** One for each program that is followed, because env.py changes it. */
const configs = new WeakMap<EvaluationHost, Value>();

function configOf(host: EvaluationHost): Value {
  const known = configs.get(host);
  if (known) return known;
  const file = join(host.cwd, wordAfter(host.argv, '-c', '--config') ?? 'alembic.ini');
  const text = host.readText(file) ?? '';
  const section = readIni(text).get(wordAfter(host.argv, '-n', '--name') ?? 'alembic');
  const entries = [...(section ?? [])].map(([name, { value, line }]) => {
    const origin = { kind: 'file', name, file, line } as const;
    return [
      name,
      scalar(interpolate(value, dirname(file)), [{ kind: 'written', origin }]),
    ] as const;
  });
  const config = mapOf(entries, 'alembic.Config');
  configs.set(host, config);
  return config;
}

function interpolate(value: string, here: string): string {
  return value.replaceAll('%(here)s', here).replaceAll('%%', '%');
}

/** configparser wants a `%` doubled, so code doubles it before it sets an option. */
function unescaped(value: Value): Value {
  const text = textOf(value);
  return text === undefined ? value : scalar(text.replaceAll('%%', '%'), value.trail);
}

function optionsOf({ args: { self } }: LibraryCall): Map<string, Value> {
  return self?.kind === 'map' ? self.entries : new Map<string, Value>();
}

function wordAfter(argv: readonly string[], ...names: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => names.includes(word));
  return at < 0 ? undefined : argv[at + 1];
}

function givenByX(argv: readonly string[]): [string, Value][] {
  return argv.flatMap((word, at): [string, Value][] => {
    const [name = '', ...rest] = (argv[at + 1] ?? '').split('=');
    const origin = { kind: 'command', name } as const;
    return word === '-x' ? [[name, scalar(rest.join('='), [{ kind: 'written', origin }])]] : [];
  });
}

function connectEngine(call: LibraryCall): Value {
  const options = argument(call, 0, 'configuration');
  const prefix = argument(call, 1, 'prefix');
  const name = `${(prefix && textOf(prefix)) ?? 'sqlalchemy.'}url`;
  const url = options?.kind === 'map' ? options.entries.get(name) : options;
  return call.make('sqlalchemy.create_engine', {
    positional: url ? [url] : [],
    named: new Map(),
  });
}
