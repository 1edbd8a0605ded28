export interface RedisCommand {
  /** The name first. */
  readonly args: readonly string[];
  /** 1-based. */
  readonly line: number;
}

const argument = /"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^\s"']\S*)/g;

/** A command per line, as `redis-cli` has them, or the protocol that its `--pipe` takes. */
export function redisCommands(text: string): readonly RedisCommand[] {
  const lines = text.split('\n');
  if (/^\*\d/.test(text)) return protocolCommands(lines);
  return lines.flatMap((line, at) => {
    const args = argumentsOf(line);
    return args.length > 0 ? [{ args, line: at + 1 }] : [];
  });
}

function argumentsOf(line: string): readonly string[] {
  return [...line.matchAll(argument)].map(([, double, single, plain]) =>
    double === undefined ? (single ?? plain ?? '') : unescape(double),
  );
}

function unescape(text: string): string {
  return text.replace(/\\([^])/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

/** The line that `redis-cli` would take for these arguments. */
export function redisLine(args: readonly string[]): string {
  const quoted = args.map((arg) => arg.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n'));
  return quoted.map((arg) => `"${arg}"`).join(' ');
}

/** `*2`, then each argument behind a line that says how long it is. */
function protocolCommands(lines: readonly string[]): readonly RedisCommand[] {
  const commands: { args: string[]; line: number }[] = [];
  lines.forEach((line, at) => {
    const text = line.replace(/\r$/, '');
    if (/^\*\d+$/.test(text)) commands.push({ args: [], line: at + 1 });
    else if (!/^\$\d+$/.test(text) && text !== '') commands.at(-1)?.args.push(text);
  });
  return commands;
}
