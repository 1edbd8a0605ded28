/** A process as its command line tells it. */
export interface Command {
  /** Lower case, without folder and `.exe`; of an interpreter, the script that it runs. */
  readonly program: string;
  readonly args: readonly string[];
}

const interpreter = /^(?:python[\d.]*|pypy\d?)$/;

export function readCommand(argv: readonly string[]): Command {
  const [first = '', ...args] = splitTitle(argv);
  const program = programName(first);
  return interpreter.test(program) ? readScript(program, args) : { program, args };
}

/** Some programs rewrite their command line to one sentence: `ssh: /path [mux]`, `redis-server *:6379`. */
function splitTitle(argv: readonly string[]): readonly string[] {
  const [title = '', ...others] = argv;
  if (others.some((arg) => arg !== '')) return argv;
  const [first = '', ...words] = title.trim().split(/ +/);
  return [first.replace(/:$/, ''), ...words];
}

function readScript(program: string, args: readonly string[]): Command {
  const rest = [...args];
  while (/^-[^mc]/.test(rest[0] ?? '')) rest.shift();
  if (rest[0] === '-m') rest.shift();
  const script = rest.shift();
  return script === undefined || script === '-c'
    ? { program, args }
    : { program: programName(script).replace(/\.py$/, ''), args: rest };
}

function programName(path: string): string {
  return path
    .split(/[\\/]/)
    .at(-1)!
    .toLowerCase()
    .replace(/\.exe$/, '');
}
