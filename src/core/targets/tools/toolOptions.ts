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

/**
 * How a program spells its options, in short: `u,user g,group` are those that take a value. Spellings of one option are joined
 * by commas, and it is reported under the last. `flags` are spellings of options without a value.
 */
export function shapeOf(valued: string, flags = ''): OptionShape {
  const spellings = (text: string): string[][] =>
    text
      .split(' ')
      .filter(Boolean)
      .map((option) => option.split(','));
  const aliases = [...spellings(valued), ...spellings(flags)].flatMap((names) =>
    names.slice(0, -1).map((name) => [name, names.at(-1) ?? name] as const),
  );
  return {
    valued: spellings(valued).map((names) => names.at(-1) ?? ''),
    aliases: Object.fromEntries(aliases),
    bundles: true,
  };
}

/** Splits the arguments of a program, without its name, into options and other words. */
export function readOptions(args: readonly string[], shape: OptionShape): GivenOptions {
  const options: GivenOption[] = [];
  const words: string[] = [];
  const rest = new Arguments(args);
  for (let arg = rest.next(); arg !== undefined; arg = rest.next()) {
    const isWord = !arg.startsWith('-') || arg === '-';
    if (arg === '--' || (isWord && shape.stopsAtWord))
      return { options, words: words.concat(isWord ? [arg] : [], rest.others()) };
    if (isWord) words.push(arg);
    else if (arg.startsWith('--') || !shape.bundles) options.push(readLong(arg, rest, shape));
    else readBundle(arg, rest, shape, options);
  }
  return { options, words };
}

class Arguments {
  #at = 0;

  constructor(private readonly args: readonly string[]) {}

  next(): string | undefined {
    return this.args[this.#at++];
  }

  others(): readonly string[] {
    return this.args.slice(this.#at);
  }
}

/** The value that counts where an option is given more than once: the last. */
export function lastValue({ options }: GivenOptions, name: string): string | undefined {
  return options.findLast((option) => option.name === name && option.value !== undefined)?.value;
}

/** Every value of an option, in the order of the line. */
export function allValues({ options }: GivenOptions, name: string): string[] {
  return options.flatMap((option) =>
    option.name === name && option.value !== undefined ? [option.value] : [],
  );
}

export function isGiven({ options }: GivenOptions, name: string): boolean {
  return options.some((option) => option.name === name);
}

function readLong(arg: string, rest: Arguments, shape: OptionShape): GivenOption {
  const [, written = '', value] = /^--?([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const full = written.length > 1 ? (shape.complete?.(written) ?? written) : written;
  const name = shape.aliases[full] ?? full;
  const takesNext = value === undefined && shape.valued.includes(name);
  return { name, value: takesNext ? rest.next() : value };
}

/** `-abVALUE`: the first letter that takes a value ends the bundle. */
function readBundle(
  bundle: string,
  rest: Arguments,
  shape: OptionShape,
  options: GivenOption[],
): void {
  for (let at = 1; at < bundle.length; at++) {
    const letter = String.fromCodePoint(bundle.codePointAt(at) ?? 0);
    if (letter.length > 1) at++;
    const name = shape.aliases[letter] ?? letter;
    const isAttached = shape.attached?.includes(name) ?? false;
    if (!isAttached && !shape.valued.includes(name)) {
      options.push({ name });
      continue;
    }
    const attached = bundle.slice(at + 1);
    options.push({ name, value: isAttached ? attached : attached || rest.next() });
    return;
  }
}
