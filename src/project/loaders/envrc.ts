import { dirname, join, resolve } from 'node:path';
import type { Lookup } from '../../core/environment/dialect';
import type { Layer } from '../../core/environment/environment';
import type { Problem, Setting } from '../../core/environment/setting';
import { dialectOf, type DialectId } from './dialects';
import { parseLayer } from './envFiles';
import type { LoadRequest } from './loader';
import { findUpwards } from './python';
import { splitStatements, type ShellStatement } from './shellStatements';
import { variable } from './variable';

/** Commands of direnv's library that choose tools and paths, and those that only tell or check. */
const harmless =
  /^(PATH_add|PATH_rm|path_add|path_rm|MANPATH_add|load_prefix|layout\w*|use\w*|watch_file|watch_dir|strict_env|unstrict_env|log_status|log_error|direnv_version|env_vars_required|echo|printf|mkdir|cd|true|:|fi|then)$/;
const assignment = /^(export\s+|declare\s+-x\s+)?([A-Za-z_]\w*)=/;
const fileTest = /^(if\s+)?(\[\[?\s+-[efrs]\s.*\]\]?|test\s+-[efrs]\s.*)$/;
const deepest = 8;

/** Reads what can be known of an `.envrc` without running it. The rest is a problem. */
class Envrc {
  readonly #request: LoadRequest;
  readonly #exported = new Map<string, Setting>();
  readonly #local = new Map<string, Setting>();
  readonly #remarks: Problem[] = [];
  #problem: Problem | undefined;
  #exportsAll = false;
  #isTested = false;

  constructor(request: LoadRequest) {
    this.#request = request;
  }

  get layer(): Layer {
    return {
      settings: [...this.#exported.values()],
      remarks: this.#remarks,
      ...(this.#problem ? { problem: this.#problem } : {}),
    };
  }

  async readScript(file: string, depth = 0): Promise<void> {
    const content = await this.#request.files.read(file);
    if (content.kind === 'unreadable') this.#doubt({ file, message: content.reason });
    if (content.kind !== 'text') return;
    for (const statement of splitStatements(content.text)) {
      const isTest = fileTest.test(statement.text);
      if (!isTest) await this.#read(file, statement, depth);
      if (!/^then\b/.test(statement.text)) this.#isTested = isTest;
    }
  }

  async #read(file: string, { text, line }: ShellStatement, depth: number): Promise<void> {
    const [command = '', argument] = text.replace(/^then\s+/, '').split(/\s+/);
    if (assignment.test(text)) return this.#assign(file, { text, line });
    if (command === 'set') return this.#set(text);
    if (command === 'export') return this.#exportNames(text);
    if (command === 'unset')
      return text.split(/\s+/).forEach((name) => this.#exported.delete(name));
    if (harmless.test(command)) return;
    const path = await this.#pathOf(file, command, argument);
    if (path === undefined || depth > deepest)
      return this.#doubt({ file, line, message: 'runs commands whose result is not known' });
    if (path !== '') await this.#load(command, path, { file, line }, depth);
  }

  #assign(file: string, { text, line }: ShellStatement): void {
    const [, isExport, name = ''] = assignment.exec(text) ?? [];
    const isKept = isExport !== undefined || this.#exportsAll || this.#exported.has(name);
    // The dialect counts lines from the statement's own.
    const padded = '\n'.repeat(line - 1) + text.replace(/^declare\s+-x/, 'export');
    this.#accept(
      file,
      padded,
      'bash-source',
      isKept || variable(this.#request, name) !== undefined,
    );
  }

  #accept(path: string, text: string, dialect: DialectId, isExported: boolean): void {
    const get: Lookup['get'] = (name) =>
      (this.#exported.get(name) ?? this.#local.get(name))?.value ?? variable(this.#request, name);
    const layer = parseLayer(dialectOf(dialect), { path, text }, { get, override: true });
    for (const setting of layer.settings)
      (isExported ? this.#exported : this.#local).set(setting.name, setting);
    this.#remarks.push(...(layer.remarks ?? []));
    if (layer.problem) this.#doubt(layer.problem);
  }

  #set(text: string): void {
    if (/\s-\w*a|\s-o\s+allexport/.test(text)) this.#exportsAll = true;
    if (/\s\+\w*a|\s\+o\s+allexport/.test(text)) this.#exportsAll = false;
  }

  #exportNames(text: string): void {
    for (const name of text.split(/\s+/)) {
      const setting = this.#local.get(name);
      if (setting) this.#exported.set(name, setting);
    }
  }

  /** The file a command loads; empty where there is none to load, `undefined` for any other command. */
  async #pathOf(file: string, command: string, argument?: string): Promise<string | undefined> {
    const { home } = this.#request;
    const folder = dirname(file);
    const given = /^[|&#]/.test(argument ?? '') ? undefined : argument;
    const path = given
      ?.replace(/^(["'])(.*)\1$/, '$2')
      .replace(/^\$(PWD|\{PWD\})(?=\/)/, () => folder)
      .replace(/^(~|\$HOME|\$\{HOME\})(?=\/)/, () => home);
    if (path?.includes('$') || path?.includes('`')) return undefined;
    if (/^source_up(_if_exists)?$/.test(command))
      return (await findUpwards(this.#request, path ?? '.envrc', dirname(folder))) ?? '';
    if (!/^(dotenv|source_env)(_if_exists)?$|^(source|\.)$/.test(command)) return undefined;
    const found = await this.#inFolder(resolve(folder, path ?? '.env'), command);
    const mayMiss = this.#isTested || command.endsWith('_if_exists');
    return found ?? (mayMiss ? '' : undefined);
  }

  /** `dotenv` and `source_env` take a folder as well. */
  async #inFolder(path: string, command: string): Promise<string | undefined> {
    const inside = join(path, command.startsWith('source') ? '.envrc' : '.env');
    for (const candidate of [path, inside])
      if ((await this.#request.files.read(candidate)).kind !== 'missing') return candidate;
    return undefined;
  }

  async #load(
    command: string,
    path: string,
    from: Omit<Problem, 'message'>,
    depth: number,
  ): Promise<void> {
    if (command.startsWith('source') || command === '.') return this.readScript(path, depth + 1);
    const content = await this.#request.files.read(path);
    if (content.kind === 'text') this.#accept(path, content.text, 'direnv-dotenv', true);
    else this.#doubt({ ...from, message: 'loads a file that cannot be read' });
  }

  #doubt(problem: Problem): void {
    this.#problem ??= problem;
  }
}

export async function readEnvrc(request: LoadRequest, path: string): Promise<Layer> {
  const envrc = new Envrc(request);
  await envrc.readScript(path);
  return envrc.layer;
}
