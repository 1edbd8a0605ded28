import type { ClientContext } from '../targets/grammar';
import { optionValue, readCommand, type Command } from './command';
import { matchPattern } from './commandPattern';
import type { Operation } from './operation';
import type { Payload } from './payload';
import { tellingAddress } from './places/tellingAddress';
import type { ResourcePlace } from './resourcePlace';
import { fillSubject } from './subject';
import type { CommandRule } from './tool';
import { readTool, type ToolEntry } from './toolEntry';
import { tools } from './tools';

/** What the catalogue says of one command. */
export interface CatalogueAnswer {
  readonly operations: readonly Operation[];
  /** Statements that must still be read. */
  readonly payloads: readonly Payload[];
  /** Where those are executed, if not in a database that the run connects to. */
  readonly place?: ResourcePlace;
  /** True where the command is known to change nothing, whatever variables are missing. */
  readonly isHarmless: boolean;
}

const byName = new Map<string, ToolEntry[]>();
for (const entry of tools.map(readTool))
  for (const name of entry.tool.names) byName.set(name, [...(byName.get(name) ?? []), entry]);

/** @param args the arguments of the program; words that only the running shell knows as they are written */
export function consultCatalogue(
  program: string,
  args: readonly string[],
  context: ClientContext,
): CatalogueAnswer {
  const answers = (byName.get(program) ?? []).flatMap((entry) => {
    const command = readCommand(program, args, entry.tool.shape, context);
    const [path, ...others] = entry.tool.delegate?.(command) ?? [];
    const own = consult(entry, command);
    return path === undefined ? own : [own, consultCatalogue(baseName(path), others, context)];
  });
  const place = answers.find((answer) => answer.place)?.place;
  return {
    operations: answers.flatMap(({ operations }) => operations),
    payloads: answers.flatMap(({ payloads }) => payloads),
    ...(place ? { place } : {}),
    isHarmless: answers.some(({ isHarmless }) => isHarmless),
  };
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

const nothing: CatalogueAnswer = { operations: [], payloads: [], isHarmless: true };

function consult(entry: ToolEntry, command: Command): CatalogueAnswer {
  const { tool, rules, harmless, idle } = entry;
  if (idle.some((pattern) => matchPattern(pattern, command))) return nothing;
  const place = tool.place?.(command);
  const operations = rules.flatMap(({ rule, ways, exceptions }) => {
    if (exceptions.some((pattern) => matchPattern(pattern, command))) return [];
    const rest = ways
      .map((pattern) => matchPattern(pattern, command))
      .find((words) => words !== undefined);
    return rest ? [operationOf(rule, command, rest, place)] : [];
  });
  return {
    operations,
    payloads: [...payloadsIn(entry, command), ...(tool.payloads?.(command) ?? [])],
    ...(place ? { place } : {}),
    isHarmless: harmless.some((pattern) => matchPattern(pattern, command)),
  };
}

/** A value may be the name of a file, as the command lines of cloud providers have it: `file://drop.sql`. */
function payloadsIn({ carried }: ToolEntry, command: Command): readonly Payload[] {
  return carried.flatMap(({ how: { option, language }, way }): Payload[] => {
    const text = matchPattern(way, command) && optionValue(command, option);
    if (!text) return [];
    const path = /^file:\/\/(.+)$/.exec(text)?.[1];
    return path === undefined
      ? [{ language, kind: 'text', text }]
      : [{ language, kind: 'file', path }];
  });
}

function operationOf(
  { id, kind, reach = 'all', subject: template, takesAll }: CommandRule,
  command: Command,
  rest: readonly string[],
  place: ResourcePlace | undefined,
): Operation {
  const { text: subject, names } = fillSubject(template, command, rest);
  const own = names.map((name) => ({ what: 'the name', name: tellingAddress(name) }));
  return {
    kind,
    reach,
    subject,
    rule: id,
    ...(takesAll ? { takesAll } : {}),
    ...(place ? { place: { ...place, names: [...place.names, ...own] } } : {}),
  };
}
