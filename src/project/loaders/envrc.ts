import { dirname, join, resolve } from 'node:path';
import type { Lookup } from '../../core/environment/dialect';
import type { Layer } from '../../core/environment/environment';
import type { Problem, Setting } from '../../core/environment/setting';
import { dialectOf, type DialectId } from './dialects';
import { parseLayer, type EnvFileSource } from './envFiles';
import type { LoadRequest } from './loader';
import { findUpwards } from './python';
import { splitStatements, type ShellStatement } from './shellStatements';
import { variable } from './variable';

/** Commands of direnv's library that choose tools and paths, and those that only tell or check. */
const harmless =
  /^(PATH_add|PATH_rm|path_add|path_rm|MANPATH_add|load_prefix|layout\w*|use\w*|watch_file|watch_dir|strict_env|unstrict_env|log_status|log_error|direnv_version|env_vars_required|echo|printf|mkdir|cd|true|:|fi|then)$/;
const assignment = /^(export\s+|declare\s+-x\s+)?([A-Za-z_]\w*)=/;
const fileTest = /^(if\s+)?(\[\[?\s+-[efrs]\s.*\]\]?|test\s+-[efrs]\s.*)$/;
const loading = /^((dotenv|source_env|source_up)(_if_exists)?|source|\.)$/;
const deepest = 8;

/** What a command loads. */
type Source =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'none' | 'missing' | 'unknown' };

/** Reads what can be known of an `.envrc` without running it. The rest is a problem. */
class Envrc {
  readonly #request: LoadRequest;
  readonly #exported = new Map<string, Setting>();
  readonly #local = new Map<string, Setting>();
  readonly #remarks: Problem[] = [];
  #problem: Problem | undefined;
  #exportsAll = false;
  /** How far a test for a file reaches: to the next statement, or to `fi`. */
  #condition: 'statement' | 'block' | undefined;

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
    const outer = this.#condition;
    this.#condition = undefined;
    for (const statement of splitStatements(content.text)) {
      const test = fileTest.exec(statement.text);
      if (!test) await this.#read(file, statement, depth);
      const isOver = this.#condition === 'statement' || statement.text === 'fi';
      if (test) this.#condition = test[1] ? 'block' : 'statement';
      else if (isOver) this.#condition = undefined;
    }
    this.#condition = outer;
  }

  async #read(file: string, { text, line }: ShellStatement, depth: number): Promise<void> {
    const statement = text.replace(/^then\s+/, '');
    const [command = '', argument, ...rest] = statement.split(/\s+/);
    if (harmless.test(command)) return;
    if (command === 'set') return this.#set(statement);
    if (assignment.test(statement) || /^(export|unset)$/.test(command)) {
      if (this.#condition)
        return this.#doubt({ file, line, message: 'sets variables on a condition' });
      if (command === 'unset') return [argument, ...rest].forEach((name) => this.#unset(name));
      if (!assignment.test(statement)) return this.#exportNames([argument, ...rest]);
      return this.#assign(file, { text: statement, line });
    }
    const source = await this.#sourceOf(file, command, argument);
    if (source.kind === 'file' && depth < deepest)
      return this.#load(command, source.path, { file, line }, depth);
    if (source.kind === 'missing')
      return this.#doubt({ file, line, message: 'loads a file that is missing' });
    if (source.kind !== 'none')
      this.#doubt({ file, line, message: 'runs commands whose result is not known' });
  }

  #assign(file: string, { text, line }: ShellStatement): void {
    const [, isExport, name = ''] = assignment.exec(text) ?? [];
    const isKept = isExport !== undefined || this.#exportsAll || this.#exported.has(name);
    const isExported = isKept || variable(this.#request, name) !== undefined;
    const exported = text.replace(/^declare\s+-x/, 'export');
    const source = { path: file, text: exported, linesBefore: line - 1 };
    this.#accept(source, 'bash-source', isExported);
  }

  #accept(source: EnvFileSource, dialect: DialectId, isExported: boolean): void {
    const get: Lookup['get'] = (name) =>
      (this.#exported.get(name) ?? this.#local.get(name))?.value ?? variable(this.#request, name);
    const layer = parseLayer(dialectOf(dialect), source, { get, override: true });
    for (const setting of layer.settings)
      (isExported ? this.#exported : this.#local).set(setting.name, setting);
    this.#remarks.push(...(layer.remarks ?? []));
    if (layer.problem) this.#doubt(layer.problem);
  }

  #set(text: string): void {
    if (/\s-\w*a|\s-o\s+allexport/.test(text)) this.#exportsAll = true;
    if (/\s\+\w*a|\s\+o\s+allexport/.test(text)) this.#exportsAll = false;
  }

  #exportNames(names: readonly (string | undefined)[]): void {
    for (const name of names) {
      const setting = this.#local.get(name ?? '');
      if (setting) this.#exported.set(setting.name, setting);
    }
  }

  /** A variable of the process cannot be taken away here: its target stays in view. */
  #unset(name: string | undefined): void {
    this.#exported.delete(name ?? '');
    this.#local.delete(name ?? '');
  }

  async #sourceOf(file: string, command: string, argument?: string): Promise<Source> {
    const folder = dirname(file);
    const path = expandPath(argument, folder, this.#request.home);
    if (!loading.test(command) || /[$`]/.test(path ?? '')) return { kind: 'unknown' };
    const found = command.startsWith('source_up')
      ? await findUpwards(this.#request, path ?? '.envrc', dirname(folder))
      : await this.#inFolder(resolve(folder, path ?? '.env'), command);
    if (found !== undefined) return { kind: 'file', path: found };
    const mayMiss = this.#condition !== undefined || /_if_exists$|^source_up$/.test(command);
    return { kind: mayMiss ? 'none' : 'missing' };
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
    if (content.kind === 'text') this.#accept({ path, text: content.text }, 'direnv-dotenv', true);
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

/** A path as it is written, with quotes, `$PWD` and the home folder resolved; other variables stay. */
function expandPath(word: string | undefined, folder: string, home: string): string | undefined {
  if (!word || /^[|&#]/.test(word)) return undefined;
  return word
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^\$(PWD|\{PWD\})(?=\/)/, () => folder)
    .replace(/^(~|\$HOME|\$\{HOME\})(?=\/)/, () => home);
}
