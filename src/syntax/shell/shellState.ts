import { isAbsolute, resolve } from 'node:path';
import { Setting, type Origin } from '../../core/environment/setting';

/** What the shell outside of the line knows. */
export interface ShellContext {
  readonly cwd: string;
  readonly home: string;
  /** An exported variable of the shell. */
  variable(name: string): string | undefined;
  /** Settings of an env file that the line sources; empty where there is none. */
  sourced(path: string): readonly Setting[];
  /** What a function does counts where it is written, whether it is called or not. */
  readonly entersFunctions?: true;
}

/** Variables and folder as they are at one place of a line. */
export class ShellState {
  private constructor(
    readonly context: ShellContext,
    public cwd: string | undefined,
    private readonly assigned: Map<string, string | undefined>,
    private readonly exported: Map<string, Setting>,
    private readonly removed: Set<string>,
    /** Whether `set -a` is on: what is assigned is exported, too. */
    public exportsAll: boolean,
  ) {}

  static of(context: ShellContext): ShellState {
    return new ShellState(context, context.cwd, new Map(), new Map(), new Set(), false);
  }

  /** For a subshell: what it changes stays inside. */
  fork(): ShellState {
    const { context, cwd, assigned, exported, removed, exportsAll } = this;
    return new ShellState(
      context,
      cwd,
      new Map(assigned),
      new Map(exported),
      new Set(removed),
      exportsAll,
    );
  }

  /** `undefined` where the shell outside does not tell. */
  get(name: string): string | undefined {
    if (this.assigned.has(name)) return this.assigned.get(name);
    if (this.removed.has(name)) return '';
    return name === 'HOME'
      ? this.context.home
      : name === 'PWD'
        ? this.cwd
        : this.context.variable(name);
  }

  assign(name: string, value: string | undefined, origin: Origin): void {
    this.assigned.set(name, value);
    const wasExported = this.exported.has(name) || this.context.variable(name) !== undefined;
    if (this.exportsAll || wasExported) this.export(name, origin);
  }

  export(name: string, origin: Origin): void {
    const value = this.get(name);
    this.removed.delete(name);
    if (value !== undefined) this.exported.set(name, new Setting(name, value, origin));
  }

  unset(name: string): void {
    this.assigned.delete(name);
    this.exported.delete(name);
    this.removed.add(name);
  }

  changeFolder(path: string | undefined): void {
    if (path === undefined || path === '-') this.cwd = undefined;
    else if (isAbsolute(path)) this.cwd = path;
    else this.cwd = this.cwd && resolve(this.cwd, path);
  }

  source(path: string): void {
    for (const setting of this.context.sourced(path)) {
      this.assigned.set(setting.name, setting.value);
      if (this.exportsAll || setting.origin.kind === 'shell')
        this.exported.set(setting.name, setting);
    }
  }

  get settings(): readonly Setting[] {
    return [...this.exported.values()];
  }

  get unsetNames(): readonly string[] {
    return [...this.removed];
  }
}
