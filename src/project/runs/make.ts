import { dirname, join, resolve } from 'node:path';
import { Setting, type Origin } from '../../core/environment/setting';
import type { Files } from '../files';
import type { ScriptLine, ScriptRequest } from './script';

const assignment = /^(export\s+|override\s+)*([\w.-]+)\s*(\?|::?:?|\+)?=\s*(.*)$/;
const rule = /^([^\s#:=][^:=#]*?)\s*::?(?!=)\s*([^;#]*)/;
const deepestReference = 10;
const deepestInclude = 4;

/** A makefile as far as it tells what a target's recipe starts. No function of make is known, and no pattern rule. */
class Makefile {
  readonly #variables = new Map<string, { readonly value: string; readonly origin: Origin }>();
  readonly #exported = new Set<string>();
  #exportsAll = false;
  readonly rules = new Map<string, { readonly needs: string[]; readonly recipe: ScriptLine[] }>();
  firstTarget: string | undefined;

  /** @param settings the environment, and above it what the command line of make sets */
  constructor(
    private readonly settings: readonly Setting[],
    private readonly onLine: ReadonlySet<string>,
  ) {}

  /** @param texts what is known of files to include, by path; the paths that are not are given back */
  read(text: string, file: string, texts: ReadonlyMap<string, string>, depth = 0): string[] {
    const wanted: string[] = [];
    let targets: readonly string[] = [];
    for (const [index, written] of text.split('\n').entries()) {
      const origin: Origin = { kind: 'file', name: targets[0] ?? '', file, line: index + 1 };
      const line = written.trimEnd();
      const included = line.startsWith('\t') ? undefined : /^[-s]?include\s+(.+)$/.exec(line)?.[1];
      for (const name of included?.split(/\s+/) ?? []) {
        const path = resolve(dirname(file), this.expand(name));
        const inner = texts.get(path);
        if (inner === undefined) wanted.push(path);
        else if (depth < deepestInclude) wanted.push(...this.read(inner, path, texts, depth + 1));
      }
      if (line.startsWith('\t')) this.#addStep(targets, line, origin);
      else if (line.trim() !== '' && !line.startsWith('#') && !included)
        targets = this.#readLine(line, origin) ?? targets;
    }
    return wanted;
  }

  /** Targets of a rule; `undefined` for any other line. */
  #readLine(line: string, origin: Origin): readonly string[] | undefined {
    const assigned = assignment.exec(line);
    if (assigned) return this.#assign(assigned, origin);
    const exported = /^export(?:\s+(.*))?$/.exec(line);
    for (const name of exported?.[1]?.split(/\s+/) ?? []) this.#exported.add(name);
    if (exported) this.#exportsAll ||= exported[1] === undefined;
    const found = exported ? null : rule.exec(line);
    return found ? this.#addRule(found[1] ?? '', found[2] ?? '') : undefined;
  }

  #assign([, prefix, name = '', operator, value = '']: RegExpExecArray, origin: Origin): undefined {
    if (prefix) this.#exported.add(name);
    if (this.onLine.has(name)) return;
    if (operator === '?' && this.#find(name) !== undefined) return;
    const text = operator === '+' ? `${this.#find(name) ?? ''} ${value}` : value;
    const plain = text.replace(/\s+#.*$/, '');
    this.#variables.set(name, { value: plain, origin: { ...origin, name } });
  }

  #addRule(names: string, needs: string): readonly string[] {
    const targets = names.split(/\s+/);
    for (const target of targets) {
      const known = this.rules.get(target) ?? { needs: [], recipe: [] };
      known.needs.push(...needs.split(/\s+/).filter((need) => need !== '' && need !== '|'));
      this.rules.set(target, known);
      if (!target.startsWith('.')) this.firstTarget ??= target;
    }
    return targets;
  }

  #addStep(targets: readonly string[], line: string, origin: Origin): void {
    for (const target of targets)
      this.rules
        .get(target)
        ?.recipe.push({ text: line.slice(1), origin: { ...origin, name: target } });
  }

  #find(name: string): string | undefined {
    const { settings } = this;
    return (
      this.#variables.get(name)?.value ??
      settings.findLast((setting) => setting.name === name)?.value
    );
  }

  /** What a shell gets of a step: make's variables filled in, `$$` as `$`. Others are left for the shell to miss. */
  expand(text: string, depth = 0): string {
    return text.replace(
      /\$(?:\$|\((\w+)\)|\{(\w+)\})/g,
      (whole, round?: string, curly?: string) => {
        const name = round ?? curly;
        if (name === undefined) return depth === 0 ? '$' : whole;
        const value = depth < deepestReference ? this.#find(name) : undefined;
        return value === undefined ? `\${${name}}` : this.expand(value, depth + 1);
      },
    );
  }

  get exported(): Setting[] {
    return [...this.#variables].flatMap(([name, { value, origin }]) =>
      this.#exportsAll || this.#exported.has(name) || this.#isInherited(name)
        ? [new Setting(name, this.expand(value), origin)]
        : [],
    );
  }

  #isInherited(name: string): boolean {
    return this.settings.some((setting) => setting.name === name);
  }
}

/** The recipe of a target behind those of what it needs, one level deep. */
export async function findMakeTarget(
  { files, settings, cwd }: ScriptRequest,
  name: string,
  onLine: ReadonlySet<string>,
): Promise<readonly ScriptLine[]> {
  for (const base of ['GNUmakefile', 'makefile', 'Makefile']) {
    const file = join(cwd, base);
    const content = await files.read(file);
    if (content.kind !== 'text') continue;
    const texts = new Map<string, string>();
    for (let round = 0; ; round++) {
      const makefile = new Makefile(settings, onLine);
      const wanted = makefile.read(content.text, file, texts);
      if (wanted.length === 0 || round === deepestInclude) return linesOf(makefile, name);
      for (const path of wanted) texts.set(path, await readIncluded(files, path));
    }
  }
  return [];
}

/** A file that is not there counts as an empty one: an `.env` that not everybody has. */
async function readIncluded(files: Files, path: string): Promise<string> {
  const content = await files.read(path);
  return content.kind === 'text' ? content.text : '';
}

function linesOf(makefile: Makefile, name: string): ScriptLine[] {
  const target = makefile.rules.get(name === '' ? (makefile.firstTarget ?? '') : name);
  if (!target) return [];
  const needed = target.needs.flatMap((need) => makefile.rules.get(need)?.recipe ?? []);
  const settings = makefile.exported;
  return joinContinued([...needed, ...target.recipe]).map(({ text, origin }) => ({
    text: makefile.expand(text.replace(/^\s*[@+-]*/, '')),
    origin,
    settings,
  }));
}

/** A step that ends with a backslash goes on in the next line. */
function joinContinued(steps: readonly ScriptLine[]): ScriptLine[] {
  const joined: ScriptLine[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (last?.text.endsWith('\\'))
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${step.text}` };
    else joined.push(step);
  }
  return joined;
}
