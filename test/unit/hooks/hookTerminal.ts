import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type * as Pty from 'node-pty';
import {
  hookVariables,
  type HookVariable,
  type StandInPaths,
} from '../../../src/terminal/hookVariables';
import { findCommand } from '../../findCommand';
import { installHost } from '../../host/hostPackages';
import { applyVariables } from './applyVariables';

export type ShellName = 'bash' | 'zsh' | 'fish';

export interface TerminalOptions {
  readonly shell: ShellName;
  readonly channelFile: string;
  /** Contents of start-up files, by their path in the user's home folder. */
  readonly home?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Without VS Code's own scripts, as where the user has turned its shell integration off. */
  readonly isPlain?: boolean;
  /** VS Code as it is without Safety Catch. */
  readonly isUnhooked?: boolean;
  readonly isLogin?: boolean;
  readonly standIns?: StandInPaths;
}

const hooksFolder = resolve('media/hooks');

/** A real shell in a pseudo terminal, started as VS Code starts one. */
export class HookTerminal {
  #output = '';
  #waiting: (() => void)[] = [];

  private constructor(
    readonly home: string,
    private readonly pty: Pty.IPty,
  ) {
    pty.onData((data) => {
      this.#output += data;
      for (const check of [...this.#waiting]) check();
    });
  }

  static async open(options: TerminalOptions): Promise<HookTerminal> {
    const { serverMain } = await installHost();
    const root = dirname(dirname(serverMain));
    const pty = createRequire(serverMain)(join(root, 'node_modules/node-pty')) as typeof Pty;
    const home = mkdtempSync(join(tmpdir(), 'safety-catch-home-'));
    // Where it is missing, a new fish makes it in the background, by a Python that outlives the test.
    mkdirSync(join(home, '.local/share/fish/generated_completions'), { recursive: true });
    for (const [path, text] of Object.entries(options.home ?? {})) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
    const scripts = join(root, 'out/vs/workbench/contrib/terminal/common/scripts');
    const { args, env } = launch(options, home, scripts);
    return new HookTerminal(
      home,
      pty.spawn(findCommand(options.shell)!, args, { cwd: home, env, cols: 200, rows: 50 }),
    );
  }

  get processId(): number {
    return this.pty.pid;
  }

  get output(): string {
    return this.#output;
  }

  type(line: string): void {
    this.press(`${line}\r`);
  }

  /** Sends keys as they are. */
  press(keys: string | Buffer): void {
    this.pty.write(keys);
  }

  /** Resolves with what was printed since `from` once that matches. */
  waitFor(pattern: RegExp, from = 0): Promise<RegExpMatchArray> {
    return new Promise((found, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`No ${pattern} in:\n${this.#output.slice(from)}`)),
        8000,
      );
      const check = (): void => {
        const match = this.#output.slice(from).match(pattern);
        if (!match) return;
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((other) => other !== check);
        found(match);
      };
      this.#waiting.push(check);
      check();
    });
  }

  /** Runs a line and answers what it printed: the text between two marks that the line itself does not spell. */
  async run(line: string): Promise<string> {
    const from = this.#output.length;
    const mark = `${from}`;
    this.type(`${line}\recho "<""${mark}>"`);
    await this.waitFor(new RegExp(`<${mark}>`), from);
    return this.#output.slice(from);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolveExit) => {
      this.pty.onExit(() => resolveExit());
      this.pty.kill('SIGKILL');
    });
    removeFolder(this.home);
  }
}

/** What the shell has started may still be writing there: what is new meanwhile is removed by another turn. */
function removeFolder(path: string, turns = 10): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 1 });
  } catch (error) {
    if (turns === 0) throw error;
    removeFolder(path, turns - 1);
  }
}

interface Launch {
  readonly args: string[];
  readonly env: Record<string, string>;
}

function launch(options: TerminalOptions, home: string, scripts: string): Launch {
  const own = {
    HOME: home,
    PATH: process.env['PATH'] ?? '',
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
  };
  const base: Record<string, string> = { ...own, ...options.env };
  const platform = process.platform;
  const variables = options.isUnhooked
    ? []
    : hookVariables({ ...options, hooksFolder, environment: base, platform });
  const env = applyVariables(base, variables);
  if (options.isPlain) return { args: options.isLogin ? ['-il'] : ['-i'], env };
  Object.assign(env, { TERM_PROGRAM: 'vscode', VSCODE_INJECTION: '1', VSCODE_NONCE: 'nonce' });
  Object.assign(env, { VSCODE_STABLE: '1' });
  const { args, env: integrated } = integrations[options.shell](env, scripts, variables, home);
  return options.isLogin ? asLogin[options.shell](args, integrated) : { args, env: integrated };
}

type Integration = (
  env: Record<string, string>,
  scripts: string,
  variables: readonly HookVariable[],
  home: string,
) => Launch;

const zshFiles: Readonly<Record<string, string>> = {
  rc: '.zshrc',
  env: '.zshenv',
  profile: '.zprofile',
  login: '.zlogin',
};

/** The arguments and variables by which VS Code 1.139 brings its own scripts into each shell. */
const integrations: Readonly<Record<ShellName, Integration>> = {
  bash: (env, scripts, variables) => ({
    args: ['--init-file', join(scripts, 'shellIntegration-bash.sh')],
    env: {
      ...env,
      VSCODE_ENV_PREPEND: variables
        .filter(({ isRepeated }) => isRepeated)
        .map(({ name, value }) => `${name}=${value.replaceAll(':', '\\x3a')}`)
        .join(':'),
    },
  }),
  zsh: (env, scripts, _variables, home) => {
    const folder = join(home, '.vscode-zsh');
    mkdirSync(folder);
    for (const name of ['rc', 'env', 'profile', 'login'])
      copyFileSync(join(scripts, `shellIntegration-${name}.zsh`), join(folder, zshFiles[name]!));
    return { args: ['-i'], env: { ...env, ZDOTDIR: folder, USER_ZDOTDIR: env['ZDOTDIR'] ?? home } };
  },
  fish: (env, scripts) => ({
    args: ['--init-command', `source "${join(scripts, 'shellIntegration.fish')}"`],
    env,
  }),
};

/** bash would not read its init file: VS Code's script reads the files of a login shell itself. */
const asLogin: Readonly<Record<ShellName, (args: string[], env: Launch['env']) => Launch>> = {
  bash: (args, env) => ({ args, env: { ...env, VSCODE_SHELL_LOGIN: '1' } }),
  zsh: (_args, env) => ({ args: ['-il'], env }),
  fish: (args, env) => ({ args: ['-l', ...args], env }),
};
