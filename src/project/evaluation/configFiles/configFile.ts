import { join, resolve } from 'node:path';
import type { Environment } from '../../../core/environment/environment';
import type { Origin, Setting } from '../../../core/environment/setting';
import { frameworks } from '../../../core/stages/frameworks';
import { sectionOf } from '../../../core/stages/frameworkVariables';
import type { Step } from '../../../core/environment/step';
import type { Target } from '../../../core/targets/target';
import { findAttribute } from '../../../syntax/evaluation/attributes';
import { oneOf, withSteps, type MadeValue, type Value } from '../../../syntax/evaluation/value';
import { readClientFiles } from '../../clientFiles';
import { settled } from '../callOptions';
import type { CallParts, ClientRules } from '../clientCall';
import { targetsOfCall } from '../clientTargets';
import { evaluate } from '../evaluate';
import type { Evaluation, EvaluationRequest } from '../evaluation';
import { javascript } from '../javascriptEvaluation';
import type { TargetFacts } from '../targetFacts';

/** A run of a tool that takes its database from a file of its own. */
export interface ConfigRequest extends Omit<EvaluationRequest, 'entry' | 'name'>, TargetFacts {
  /** The section that the command names: `--env production`. */
  readonly section?: string;
  /** The file that the command names, as it is written there. */
  readonly file?: string;
  /** The schema that the command names, for a tool whose file only says where that is. */
  readonly schema?: string;
}

/** What a tool's file says, before stages are known. */
export interface ConfigReading {
  readonly targets: readonly Target[];
  readonly environment: Environment;
  readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
  readonly reads: ReadonlySet<string>;
}

/** A tool that names its database in a file: one row each. */
export interface ConfigTool {
  readonly id: string;
  /** `undefined` where the folder has no such file. */
  read(request: ConfigRequest): Promise<ConfigReading | undefined>;
}

export const scriptEndings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'] as const;

/** The first file that is there: the one that the command names, else the usual ones, from the working folder. */
export async function findConfig(
  { files, cwd, file }: ConfigRequest,
  usual: readonly string[],
): Promise<string | undefined> {
  for (const name of file === undefined ? usual : [file]) {
    const path = resolve(cwd, name);
    if ((await files.read(path)).kind === 'text') return path;
  }
  return undefined;
}

export function withEndings(name: string, endings: readonly string[] = scriptEndings): string[] {
  return endings.map((ending) => `${name}.${ending}`);
}

export function inFolders(folders: readonly string[], names: readonly string[]): string[] {
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

export interface ConfigModule {
  readonly file: string;
  readonly evaluation: Evaluation;
  /** The default export, `module.exports`, or what that gives when it is called. */
  readonly value: Value;
}

/** Follows a configuration file as the tool would load it. */
export async function loadConfig(
  request: ConfigRequest,
  file: string,
): Promise<ConfigModule | undefined> {
  const evaluation = await evaluate(javascript, { ...request, entry: file, name: 'config' });
  if (!evaluation) return undefined;
  const { module } = evaluation;
  const isNamespace =
    module.kind === 'object' || (module.kind === 'map' && module.entries.has('default'));
  const exported = isNamespace ? (defaultExport(module) ?? module) : module;
  const value = settled(exported);
  return { file, evaluation, value: unwrapped(value) };
}

function defaultExport(module: Value): Value | undefined {
  return module.kind === 'map' ? module.entries.get('default') : findAttribute(module, 'default');
}

/** `defineConfig({ … })` is its argument, whatever library gives the function. */
function unwrapped(value: Value): Value {
  const isDefinition = value.kind === 'made' && /\.defineConfig$/.test(value.maker);
  return (isDefinition && value.args.positional[0]) || value;
}

interface Picked {
  readonly value: Value | undefined;
  /** Every section there is. */
  readonly names: readonly string[];
}

/** The section of the command, of NODE_ENV, or `development`: with the evidence that the variable chose it. */
export function pickSection(config: Value, request: ConfigRequest, module: ConfigModule): Picked {
  if (config.kind === 'oneOf') {
    const picked = config.options.map((option) => pickSection(option, request, module));
    const values = picked.flatMap(({ value }) => value ?? []);
    const names = picked.flatMap((one) => one.names);
    return { value: values.length > 0 ? oneOf(values) : undefined, names };
  }
  if (config.kind !== 'map') return { value: config, names: [] };
  const variable = module.evaluation.environment.find('NODE_ENV')?.setting;
  const name = request.section ?? sectionOf(frameworks.node, () => variable?.value);
  const names = [...config.entries.keys()];
  const found = config.entries.get(name) ?? config.rest;
  if (!found) return { value: undefined, names };
  const steps = request.section === undefined ? stepsTo(name, variable, module.file) : [];
  return { value: withSteps(settled(found), steps), names };
}

/** NODE_ENV was read, and so the section taken. An empty one counts as none. */
function stepsTo(choice: string, variable: Setting | undefined, file: string): readonly Step[] {
  const name = 'NODE_ENV';
  const here: Origin = { kind: 'code', name, file };
  const isSet = Boolean(variable?.value);
  const origin = isSet && variable ? variable.origin : here;
  return [
    { kind: 'read', name, isSet, origin },
    { kind: 'chosen', by: [name], choice, origin: here },
  ];
}

/** Adds the sections to what the variable was compared with. */
export function comparedWith(
  { compared }: Evaluation,
  names: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Set([...(compared.get('NODE_ENV') ?? []), ...names]);
  return new Map([...compared, ['NODE_ENV', texts]]);
}

/** The targets of parts that stand in a file, as those of a call that the tool makes with them. */
export async function targetsOfParts(
  request: ConfigRequest,
  environment: Environment,
  rules: ClientRules,
  parts: CallParts,
  place: { readonly file: string; readonly trail?: Value['trail'] },
): Promise<Target[]> {
  const { files, home, cwd, grammars } = request;
  const readFile = await readClientFiles(files, environment, home);
  const context = { environment, grammars, client: { readFile, home, cwd } };
  const made: MadeValue & Value = {
    kind: 'made',
    maker: 'configuration',
    args: { positional: [], named: new Map() },
    origin: { kind: 'code', name: '', file: place.file },
    attributes: new Map(),
    trail: place.trail ?? [],
  };
  return targetsOfCall({ ...rules, maker: 'configuration', read: () => parts }, made, context);
}
