/** A fixture workspace, the command that starts it, and environments in which the real framework is asked as well. */
export interface Comparison {
  readonly framework: string;
  /** Name of the fixture in `test/fixtures/resolve`. */
  readonly fixture: string;
  /** As `resolve` is asked. The real program is started by the same words. */
  readonly command: string;
  readonly environments: Environments;
}

export type Environment = Readonly<Record<string, string>>;
type Environments = readonly Environment[];

export const given = (environments: Environments): Environments => environments;

/** One environment, in a copy of the fixture that nothing else has run in. */
export interface Scenario {
  readonly cwd: string;
  readonly env: Environment;
}

/** Where a program connects to. */
export interface Place {
  readonly host: string | null;
  readonly port: number | null;
  /** Left out where the client is never told. */
  readonly database?: string | null;
}
