import type { Layer } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import type { ShellRun, ShellWord } from '../../core/environment/shellRun';
import type { Elsewhere, WrapperEnvFiles } from '../../shells/wrapper';

/** What wrappers add for every program behind them. */
export interface Around {
  /** Env files that are read for it, the outer ones first. */
  readonly envFiles: readonly WrapperEnvFiles[];
  /** The loader that a wrapper follows for it, by id. */
  readonly loader?: string;
  /** Where it runs, if not on this machine itself. */
  readonly elsewhere?: Elsewhere;
}

/** One program that a command starts in the end, behind wrappers, shells and scripts. */
export interface Run extends Around {
  /** The program first. */
  readonly words: readonly ShellWord[];
  /** Absolute; `undefined` where the line goes somewhere unknown. */
  readonly cwd: string | undefined;
  /** The variables it starts with. */
  readonly process: Layer;
  /** What it reads on standard input, where that is known. */
  readonly input: string | undefined;
  /** The file that it reads on standard input, as the line names it. */
  readonly inputFile?: string;
  /** Where the command that leads to it begins in the line that was asked about. */
  readonly at: number;
  readonly from: readonly ShellRun[];
  /** What its client is told to connect to in place of what its words say, one after the other: see `Operation`. */
  readonly moves?: readonly string[];
  /** It is a shell, and what it is given to run is only known to the program that prints it. */
  readonly runsUnseen?: true;
  /** Where it is written: the command line, or the script that the line leads to. */
  readonly origin: Origin;
}

/** The base name of the program, without its folder and a Windows ending. */
export function programOf({ words }: Pick<Run, 'words'>): string | undefined {
  return words[0]?.text
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\.(exe|cmd|bat)$/i, '');
}

/** The words as texts; what cannot be known is left as it is written. */
export function argvOf({ words }: Pick<Run, 'words'>): string[] {
  return words.map(({ text, raw }) => text ?? raw);
}
