import type { Origin } from '../environment/setting';
import type { Target } from '../targets/target';
import { normalizeHost } from './place';
import { worstStage, type Stage } from './stage';

/** What a person has said of a database. */
export interface Label {
  /** `[system://]host[:port][/database]`; `*` stands for any text. A pattern that starts with `/` is a path. */
  readonly pattern: string;
  readonly stage: Stage;
  readonly source: 'user' | 'workspace' | 'folder';
  readonly origin: Origin;
}

export interface LabelProblem {
  readonly pattern: string;
  /** A sentence for the person who wrote the label. */
  readonly message: string;
}

interface LabelPattern {
  readonly system?: string;
  readonly place: string;
  readonly port?: string;
  readonly database?: string;
}

const shape =
  /^(?:(?<system>[a-z*]+):\/\/)?(?:(?<path>\/.*)|(?<host>\[[^\]]+\]|[^/:@\s]+)(?::(?<port>\d+|\*))?(?:\/(?<database>.+))?)$/i;

const labelStages: readonly string[] = ['production', 'staging', 'development', 'test'];

/** Reads the labels of one settings scope; what cannot be read is told, not ignored. */
export function parseLabels(
  entries: Readonly<Record<string, unknown>>,
  source: Label['source'],
  origin: Origin,
): { readonly labels: readonly Label[]; readonly problems: readonly LabelProblem[] } {
  const labels: Label[] = [];
  const problems: LabelProblem[] = [];
  for (const [pattern, stage] of Object.entries(entries)) {
    const message = problemOf(pattern, stage);
    if (message !== undefined) problems.push({ pattern, message });
    else labels.push({ pattern, stage: stage as Stage, source, origin });
  }
  return { labels, problems };
}

function problemOf(pattern: string, stage: unknown): string | undefined {
  if (/:\/\/[^/]*@|^[^/]*@/.test(pattern))
    return 'A label names a host, a port and a database: leave out user and password.';
  if (!parsePattern(pattern))
    return `“${pattern}” is not a label: write host, host:port or host:port/database.`;
  if (typeof stage !== 'string' || !labelStages.includes(stage))
    return `The label of “${pattern}” must be one of ${labelStages.join(', ')}.`;
  return undefined;
}

function parsePattern(pattern: string): LabelPattern | undefined {
  const groups = shape.exec(pattern.trim())?.groups;
  if (!groups) return undefined;
  const { system, path, host, port, database } = groups;
  return { system, place: path ?? normalizeHost(host!), port, database };
}

/** @param target with one endpoint: a label is about one place */
export function isLabelled({ pattern }: Label, target: Target): boolean {
  const wanted = parsePattern(pattern);
  const [endpoint] = target.endpoints;
  if (!wanted || !endpoint) return false;
  const isSystem = wanted.system === undefined || matches(wanted.system, target.system);
  const isDatabase = wanted.database === undefined || matches(wanted.database, target.database);
  if (!isSystem || !isDatabase) return false;
  switch (endpoint.kind) {
    case 'tcp':
      return (
        matches(wanted.place, normalizeHost(endpoint.host)) &&
        (wanted.port === undefined || matches(wanted.port, String(endpoint.port)))
      );
    case 'srv':
      return matches(wanted.place, normalizeHost(endpoint.host)) && wanted.port === undefined;
    case 'socket':
    case 'file':
      return matches(wanted.place, endpoint.path);
    case 'memory':
      return wanted.place === ':memory:';
  }
}

/** The label that says most about a target; of equals, the one that asks for more care. */
export function closestLabel(labels: readonly Label[], target: Target): Label | undefined {
  const fitting = labels.filter((label) => isLabelled(label, target));
  const closeness = Math.max(...fitting.map(({ pattern }) => literalLength(pattern)));
  const closest = fitting.filter(({ pattern }) => literalLength(pattern) === closeness);
  const worst = worstStage(closest.map(({ stage }) => stage));
  return closest.find(({ stage }) => stage === worst);
}

function literalLength(pattern: string): number {
  return pattern.replaceAll('*', '').length;
}

/** Takes time in proportion to the text: patterns of a folder's settings may be hostile, and so may names. */
function matches(pattern: string, text: string | undefined): boolean {
  if (text === undefined) return pattern === '*';
  const [first = '', ...others] = pattern.toLowerCase().split('*');
  const name = text.toLowerCase();
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const literal of others) {
    const found = name.indexOf(literal, at);
    if (found < 0) return false;
    at = found + literal.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
