/** What a shell's hook says of itself at a prompt. Values may hold passwords: they stay in memory. */
export interface TerminalReport {
  readonly shell: string;
  readonly processId: number;
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** The exported variables of the shell that are watched. */
  readonly variables: ReadonlyMap<string, string>;
  /** The line before this prompt was kept from running. */
  readonly wasRefused: boolean;
}
