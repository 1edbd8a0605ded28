import { findAttribute } from '../../../syntax/evaluation/attributes';
import {
  oneOf,
  scalar,
  textOf,
  variablesOf,
  withSteps,
  type Value,
} from '../../../syntax/evaluation/value';
import { connectAlias } from './djangoConnection';
import { loadRouters } from './djangoRouters';
import { nothing, readVariable, type LibraryCall, type LibraryRules } from '../libraryCall';

const variable = 'DJANGO_SETTINGS_MODULE';

/** Django 5.2 `core/management/__init__.py` and `conf/__init__.py`: each of these reads the settings and opens the databases. */
export const django: LibraryRules = {
  'django.core.management.execute_from_command_line': manage,
  'django.setup': setUp,
  'django.core.wsgi.get_wsgi_application': setUp,
  'django.core.asgi.get_asgi_application': setUp,
  'django.conf.settings.configure': (call) => {
    connectAll(call, call.args.named.get('DATABASES'));
    return nothing;
  },
  'django.conf.settings.*=': (call) => settingOf(findSettings(call), call.args.positional[0]),
};

/** Commands that use one database only: `default`, or that of `--database`. */
const single = new Set(
  'migrate flush dumpdata loaddata inspectdb dbshell sqlflush sqlmigrate sqlsequencereset createsuperuser changepassword createcachetable remove_stale_contenttypes optimizemigration'.split(
    ' ',
  ),
);

function manage(call: LibraryCall): Value {
  const { argv } = call.host;
  const settings = optionOf(argv, '--settings');
  if (settings !== undefined)
    call.host.setVariable(variable, settings, { kind: 'command', name: '--settings' });
  const module = findSettings(call);
  const named = optionOf(argv, '--database');
  const alias = named ?? (single.has(argv[0] ?? '') ? 'default' : undefined);
  connectAll(call, databasesOf(module), alias, argv[0] === 'test');
  loadRouters(call, module);
  return nothing;
}

function setUp(call: LibraryCall): Value {
  const module = findSettings(call);
  connectAll(call, databasesOf(module));
  loadRouters(call, module);
  return call.make('django.core.handlers.Handler', call.args);
}

function optionOf(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((word) => word.startsWith(`${name}=`));
  const at = argv.indexOf(name);
  return joined?.slice(name.length + 1) ?? (at >= 0 ? argv[at + 1] : undefined);
}

/** The module of the settings, marked as chosen by the variable that names it. */
function findSettings(call: LibraryCall): Value | undefined {
  const given = readVariable(call, variable, undefined);
  const name = textOf(given);
  if (name === undefined) return undefined;
  for (const sibling of siblingsOf(name))
    if (call.host.findModule(sibling, call.origin.file ?? ''))
      call.host.onCompared(variablesOf(given), sibling);
  const module = call.importName(name);
  return module && call.chosen(module, given, name);
}

function databasesOf(module: Value | undefined): Value | undefined {
  return settingOf(module, scalar('DATABASES'));
}

/** Only the upper-case names of the module are settings. */
function settingOf(module: Value | undefined, name: Value | undefined): Value | undefined {
  const text = name && textOf(name);
  if (!module || text === undefined || text !== text.toUpperCase()) return undefined;
  const found = findAttribute(module, text);
  return found && withSteps(found, module.trail);
}

/** Where projects keep the settings for a developer's own machine. */
function siblingsOf(name: string): string[] {
  const parts = name.split('.');
  const [last = ''] = parts.splice(-1);
  const words = ['development', 'dev', 'local'];
  const names = /^settings$/.test(last)
    ? words.flatMap((word) => [`settings_${word}`, `${word}_settings`])
    : words;
  return names.map((word) => [...parts, word].join('.')).filter((sibling) => sibling !== name);
}

function connectAll(
  call: LibraryCall,
  databases: Value | undefined,
  alias?: string,
  isTest = false,
): void {
  const maps = databases?.kind === 'oneOf' ? databases.options : databases ? [databases] : [];
  const names = maps.flatMap((map) => (map.kind === 'map' ? [...map.entries.keys()] : []));
  const wanted = [...new Set(['default', ...names])].filter((name) => !alias || name === alias);
  for (const name of wanted) {
    const found = maps.map((map) => (map.kind === 'map' ? map.entries.get(name) : map));
    const values = found.filter((value) => value !== undefined);
    if (values.length > 0) connectAlias(call, name, withOwnTrail(oneOf(values), databases), isTest);
  }
}

function withOwnTrail(value: Value, databases: Value | undefined): Value {
  const trail = [...(databases?.trail ?? []), ...value.trail];
  return value.kind === 'oneOf'
    ? oneOf(value.options.map((option) => ({ ...option, trail: [...trail, ...option.trail] })))
    : { ...value, trail };
}
