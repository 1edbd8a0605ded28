/** How a program spells its options. Names are without dashes; one letter is a short option. */
export interface OptionShape {
  /** Options that take a value, `--name value` as well as `--name=value`. */
  readonly valued: readonly string[];
  /** Short options that take a value only where it is attached: `-pSECRET`. */
  readonly attached?: readonly string[];
  /** Short option or other spelling → the name it is reported under. */
  readonly aliases: Readonly<Record<string, string>>;
  /** `-hHOST`, and several letters behind one dash. */
  readonly bundles?: true;
  /** What follows the first word that is no option belongs to that word. */
  readonly stopsAtWord?: true;
  /** The one name that a long option may mean, where a beginning of it is enough. */
  readonly complete?: (name: string) => string;
}

export interface GivenOption {
  readonly name: string;
  /** `undefined` for a flag. */
  readonly value?: string;
}

export interface GivenOptions {
  /** In the order of the command line. */
  readonly options: readonly GivenOption[];
  readonly words: readonly string[];
}

/** Splits the arguments of a program, without its name, into options and other words. */
export function readOptions(args: readonly string[], shape: OptionShape): GivenOptions {
  const options: GivenOption[] = [];
  const words: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const isWord = !arg.startsWith('-') || arg === '-';
    if (arg === '--' || (isWord && shape.stopsAtWord)) {
      words.push(...(isWord ? [arg] : []), ...rest);
      break;
    }
    if (isWord) words.push(arg);
    else if (arg.startsWith('--') || !shape.bundles) options.push(readLong(arg, rest, shape));
    else options.push(...readBundle(arg.slice(1), rest, shape));
  }
  return { options, words };
}

/** The value that counts where an option is given more than once: the last. */
export function lastValue({ options }: GivenOptions, name: string): string | undefined {
  return options.findLast((option) => option.name === name && option.value !== undefined)?.value;
}

export function isGiven({ options }: GivenOptions, name: string): boolean {
  return options.some((option) => option.name === name);
}

function readLong(arg: string, rest: string[], shape: OptionShape): GivenOption {
  const [, written = '', value] = /^--?([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const full = written.length > 1 ? (shape.complete?.(written) ?? written) : written;
  const name = shape.aliases[full] ?? full;
  const takesNext = value === undefined && shape.valued.includes(name);
  return { name, value: takesNext ? rest.shift() : value };
}

function readBundle(letters: string, rest: string[], shape: OptionShape): GivenOption[] {
  const [letter = '', ...others] = letters;
  const name = shape.aliases[letter] ?? letter;
  const attached = others.join('');
  if (shape.attached?.includes(name)) return [{ name, value: attached }];
  if (shape.valued.includes(name)) return [{ name, value: attached || rest.shift() }];
  return attached ? [{ name }, ...readBundle(attached, rest, shape)] : [{ name }];
}
