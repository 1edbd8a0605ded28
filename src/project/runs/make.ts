import { dirname, join, resolve } from 'node:path';
import { Setting, type Origin } from '../../core/environment/setting';
import type { Files } from '../files';
import type { ScriptLine, ScriptRequest } from './scripts';

const assignment = /^(export\s+|override\s+)*([\w.-]+)\s*(\?|::?:?|\+)?=\s*(.*)$/;
const rule = /^([^\s#:=][^:=#]*?)\s*::?(?!=)\s*([^;#]*)/;
const deepestReference = 10;

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

  read(text: string, file: string): string[] {
    const includes: string[] = [];
    let targets: readonly string[] = [];
    for (const [index, written] of text.split('\n').entries()) {
      const origin: Origin = { kind: 'file', name: targets[0] ?? '', file, line: index + 1 };
      const line = written.trimEnd();
      if (line.startsWith('\t')) this.#addStep(targets, line, origin);
      else if (line.trim() !== '' && !line.startsWith('#'))
        targets = this.#readLine(line, origin, includes) ?? targets;
    }
    return includes;
  }

  /** Targets of a rule; `undefined` for any other line. */
  #readLine(line: string, origin: Origin, includes: string[]): readonly string[] | undefined {
    const included = /^[-s]?include\s+(.+)$/.exec(line);
    if (included) includes.push(...(included[1] ?? '').split(/\s+/));
    const assigned = assignment.exec(line);
    if (assigned) return this.#assign(assigned, origin);
    const exported = /^export(?:\s+(.*))?$/.exec(line);
    if (exported) {
      for (const name of exported[1]?.split(/\s+/) ?? []) this.#exported.add(name);
      this.#exportsAll ||= exported[1] === undefined;
    }
    const found = included || exported ? null : rule.exec(line);
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
    const text = line.replace(/^\t\s*[@+-]*/, '');
    for (const target of text ? targets : [])
      this.rules.get(target)?.recipe.push({ text, origin: { ...origin, name: target } });
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
    const makefile = new Makefile(settings, onLine);
    for (const path of makefile.read(content.text, file))
      await readIncluded(files, makefile, resolve(dirname(file), makefile.expand(path)));
    return linesOf(makefile, name);
  }
  return [];
}

async function readIncluded(files: Files, makefile: Makefile, file: string): Promise<void> {
  const content = await files.read(file);
  if (content.kind === 'text') makefile.read(content.text, file);
}

function linesOf(makefile: Makefile, name: string): ScriptLine[] {
  const target = makefile.rules.get(name === '' ? (makefile.firstTarget ?? '') : name);
  if (!target) return [];
  const needed = target.needs.flatMap((need) => makefile.rules.get(need)?.recipe ?? []);
  const settings = makefile.exported;
  return joinContinued([...needed, ...target.recipe]).map(({ text, origin }) => ({
    text: makefile.expand(text),
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
