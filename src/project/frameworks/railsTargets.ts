import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { overridden, type Environment } from '../../core/environment/environment';
import type { Origin, Problem } from '../../core/environment/setting';
import type { ClientContext, Parsed } from '../../core/targets/grammar';
import type { Target } from '../../core/targets/target';
import type { Files } from '../files';
import { fillIn, piecesIn, readTemplate, type Template } from './erb';
import {
  currentRailsEnvironment,
  railsDatabases,
  type RailsDatabase,
  type RailsDatabases,
  type RailsRules,
} from './rails';
import { connectRails, systemOf } from './railsConnection';
import type { RailsValues } from './railsUrl';

export interface RailsTargets {
  /** The primary database first. */
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
}

/** The databases of a Rails application: `config/database.yml` and the variables that are merged over it. */
export async function readRailsTargets(
  files: Files,
  root: string,
  environment: Environment,
  context: ClientContext,
  rules?: RailsRules,
): Promise<RailsTargets> {
  const file = join(root, 'config', 'database.yml');
  const content = await files.read(file);
  if (content.kind === 'missing') return { targets: [], problems: [] };
  if (content.kind === 'unreadable')
    return unreadable(environment, { file, message: content.reason });
  return readDatabaseYml(content.text, { file, root, environment, context, rules });
}

interface Request {
  readonly file: string;
  readonly root: string;
  readonly environment: Environment;
  readonly context: ClientContext;
  readonly rules?: RailsRules;
}

function readDatabaseYml(text: string, request: Request): RailsTargets {
  const { file, environment, rules } = request;
  const current = currentRailsEnvironment(environment);
  const template = readTemplate(text, environment, current);
  const parsed = parseYaml(template.text);
  if ('error' in parsed) return unreadable(environment, { file, ...parsed.error });
  const { yaml } = parsed;
  const databases = railsDatabases(filledIn(yaml, template), environment, current, rules);
  const doubts = template.codeLines.slice(0, 1).map((line) => ({
    file,
    line,
    message: 'holds Ruby code that decides what is read, and that is not run',
  }));
  return {
    targets: targetsOf(databases, {
      ...request,
      ...lineOf(text, current),
      current,
      yaml,
      template,
      doubts,
    }),
    problems: doubts,
  };
}

type ParsedYaml =
  | { readonly yaml: unknown }
  | { readonly error: { readonly line?: number; readonly message: string } };

function lineOf(text: string, section: string): { readonly line?: number } {
  const names = [`${section}:`, `"${section}":`, `'${section}':`];
  const index = text.split('\n').findIndex((line) => names.some((name) => line.startsWith(name)));
  return index < 0 ? {} : { line: index + 1 };
}

/** The parser's own messages quote the file, which may hold a password. */
function parseYaml(text: string): ParsedYaml {
  const message = 'is not valid YAML';
  const document = parseDocument(text, { merge: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return { error: { ...(error.linePos && { line: error.linePos[0].line }), message } };
  try {
    return { yaml: document.toJS() };
  } catch {
    // An alias of nothing, or aliases that multiply without end.
    return { error: { message } };
  }
}

/** Where the file cannot be read, "no database" would be a guess: the answer is an unknown one. */
function unreadable(environment: Environment, problem: Problem): RailsTargets {
  const origin: Origin = {
    kind: 'file',
    name: currentRailsEnvironment(environment),
    file: problem.file,
    ...(problem.line && { line: problem.line }),
  };
  const unresolved = `config/database.yml ${problem.message}.`;
  const nowhere = { system: 'unknown', endpoints: [], unresolved } as const;
  const target: Target = { ...nowhere, origin, overrides: [], doubts: [], standby: false };
  return { targets: [target], problems: [problem] };
}

interface Source extends Request {
  readonly current: string;
  /** 1-based line of the section. */
  readonly line?: number;
  /** With markers, to find the variables of a value again. */
  readonly yaml: unknown;
  readonly template: Template;
  readonly doubts: readonly Problem[];
}

function targetsOf(found: RailsDatabases, source: Source): Target[] {
  if (found.kind === 'databases')
    return found.databases.map((database) => targetOf(database, source));
  const { setting, doubts } = found.variable;
  return [
    {
      system: 'unknown',
      endpoints: [],
      unresolved: found.reason,
      origin: setting.origin,
      overrides: overridden(found.variable),
      doubts: [...doubts, ...source.doubts],
      standby: false,
    },
  ];
}

function targetOf(database: RailsDatabase, source: Source): Target {
  const { variable } = database;
  const { current: name, file, line } = source;
  const inFile: Origin = { kind: 'file', name, file, ...(line && { line }) };
  const also = originsOf(database.name, source);
  const parsed =
    unresolvedOf(database.values, source) ??
    connectRails(database.values, source.root, source.context);
  const parts =
    parsed.kind === 'connection'
      ? parsed.connection
      : { system: parsed.system, endpoints: [], unresolved: parsed.reason };
  return {
    ...parts,
    also: [...(variable ? [inFile] : []), ...also, ...(parts.also ?? [])],
    origin: variable?.setting.origin ?? inFile,
    overrides: variable ? overridden(variable) : [],
    doubts: [...(variable?.doubts ?? []), ...source.doubts],
    standby: false,
  };
}

function unresolvedOf(values: RailsValues, { template }: Source): Parsed | undefined {
  for (const [key, value] of Object.entries(values) as [string, string][]) {
    const [piece] = piecesIn(value, template).filter(({ unknown }) => unknown !== undefined);
    if (!piece || key === 'username') continue;
    const unresolved = `The ${key} in line ${piece.line} of config/database.yml ${piece.unknown}.`;
    return {
      kind: 'connection',
      connection: { system: systemOf(values), endpoints: [], unresolved },
    };
  }
  return undefined;
}

/** The variables that a section's values come from. */
function originsOf(name: string, { yaml, current, template }: Source): Origin[] {
  const section = memberOf(yaml, current);
  const texts = textsOf(memberOf(section, name) ?? section);
  return texts.flatMap((text) => piecesIn(text, template).flatMap(({ origins }) => origins));
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

const placeKeys = ['url', 'host', 'port', 'database', 'username', 'socket'];

function textsOf(section: unknown): string[] {
  const values =
    typeof section === 'string' ? [section] : placeKeys.map((key) => memberOf(section, key));
  return values.filter((value) => typeof value === 'string');
}

function filledIn(value: unknown, template: Template): unknown {
  if (typeof value === 'string') return fillIn(value, template);
  if (Array.isArray(value)) return value.map((item) => filledIn(item, template));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [fillIn(key, template), filledIn(item, template)]),
  );
}
