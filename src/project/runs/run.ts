import type { Layer } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import type { ShellRun, ShellWord } from '../../core/environment/shellRun';
import type { WrapperEnvFile } from '../../shells/wrapper';

/** One program that a command starts in the end, behind wrappers, shells and scripts. */
export interface Run {
  /** The program first. */
  readonly words: readonly ShellWord[];
  /** Absolute; `undefined` where the line goes somewhere unknown. */
  readonly cwd: string | undefined;
  /** The variables it starts with. */
  readonly process: Layer;
  /** Env files that a wrapper reads for it, in order. */
  readonly envFiles: readonly WrapperEnvFile[];
  /** The loader that a wrapper follows for it, by id. */
  readonly loader?: string;
  /** The container service that it runs in. */
  readonly service?: string;
  /** What it reads on standard input, where that is known. */
  readonly input: string | undefined;
  readonly from: readonly ShellRun[];
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
