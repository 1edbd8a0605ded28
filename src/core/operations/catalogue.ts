import { readCommand, type Command } from './command';
import { matchPattern, parsePattern } from './commandPattern';
import type { Operation } from './operation';
import type { Payload } from './payload';
import type { CommandRule, Tool } from './tool';
import { tools } from './tools';

/** What the catalogue says of one command. */
export interface CatalogueAnswer {
  readonly operations: readonly Operation[];
  /** Statements that must still be read. */
  readonly payloads: readonly Payload[];
  /** True where the command is known to change nothing, whatever variables are missing. */
  readonly isHarmless: boolean;
}

const byName = new Map<string, Tool[]>();
for (const tool of tools)
  for (const name of tool.names) byName.set(name, [...(byName.get(name) ?? []), tool]);

/** @param args the arguments of the program; words that only the running shell knows as they are written */
export function consultCatalogue(
  program: string,
  args: readonly string[],
  variable: Command['variable'],
): CatalogueAnswer {
  const answers = (byName.get(program) ?? []).flatMap((tool) => {
    const command = readCommand(program, args, tool.shape, variable);
    const [path, ...others] = tool.delegate?.(command) ?? [];
    const own = consult(tool, command);
    return path === undefined ? own : [own, consultCatalogue(baseName(path), others, variable)];
  });
  return {
    operations: answers.flatMap(({ operations }) => operations),
    payloads: answers.flatMap(({ payloads }) => payloads),
    isHarmless: answers.some(({ isHarmless }) => isHarmless),
  };
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

function consult(tool: Tool, command: Command): CatalogueAnswer {
  const place = tool.place?.(command);
  const operations = tool.rules.flatMap((rule) => {
    const rest = matchPattern(parsePattern(rule.match), command);
    return rest ? [operationOf(rule, command, rest)] : [];
  });
  return {
    operations: operations.map((operation) => ({ ...operation, ...(place ? { place } : {}) })),
    payloads: tool.payloads?.(command) ?? [],
    isHarmless: (tool.harmless ?? []).some((text) => matchPattern(parsePattern(text), command)),
  };
}

function operationOf(rule: CommandRule, command: Command, rest: readonly string[]): Operation {
  const { id, kind, reach = 'all', takesAll } = rule;
  const subject = fillSubject(rule.subject, command, rest);
  return { kind, reach, subject, rule: id, ...(takesAll ? { takesAll } : {}) };
}

function fillSubject(template: string, { options }: Command, rest: readonly string[]): string {
  return template
    .replace(/\{(?:\*|-+([\w-]+))\}/g, (_, name?: string) => {
      if (name === undefined) return rest.join(' ');
      const values = options.filter((option) => option.name === name && option.value);
      return values.map(({ value }) => value).join(' ');
    })
    .trim();
}
