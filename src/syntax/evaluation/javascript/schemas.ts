import type { Origin } from '../../../core/environment/setting';
import { oneOf, scalar, textOf, unknown, withSteps, type MadeValue, type Value } from '../value';
import type { Builtin } from './builtin';
import type { Evaluator } from './evaluator';
import { member } from './members';
import { isPresent } from './operators';
import { isEnvironment, readVariable } from './variables';

/** One call of a chain such as `z.string().url().default('x')`. */
interface Link {
  readonly name: string;
  readonly args: readonly Value[];
}

const longestChain = 20;

function chainOf(value: Value | undefined): Link[] {
  const links: Link[] = [];
  let current = value;
  while (current?.kind === 'made' && links.length < longestChain) {
    const { maker, args }: MadeValue = current;
    links.unshift({ name: maker.slice(maker.lastIndexOf('.') + 1), args: args.positional });
    current = args.self;
  }
  return links;
}

function argumentOf(chain: readonly Link[], ...names: readonly string[]): Value | undefined {
  return chain.findLast(({ name }) => names.includes(name))?.args[0];
}

/** What a schema makes of one variable: its text, a number, or the default. */
function readThrough(evaluator: Evaluator, name: string, schema: Value, origin: Origin): Value {
  const value = readVariable(evaluator, name, origin);
  const chain = chainOf(schema);
  const choices = argumentOf(chain, 'enum');
  for (const choice of choices?.kind === 'list' ? choices.items : [])
    evaluator.host.onCompared([name], textOf(choice) ?? '');
  const isChanged = chain.some(({ name: link }) => /^(?:transform|preprocess|pipe)$/.test(link));
  if (isPresent(value) === false) return absent(evaluator, name, chain, value);
  if (isChanged) return unknown('a schema changes the value', value.trail);
  const isNumber = chain.some(({ name: link }) => /^(?:number|num|port|int)$/i.test(link));
  return isNumber && value.kind === 'scalar' ? scalar(Number(value.value), value.trail) : value;
}

function absent(evaluator: Evaluator, name: string, chain: readonly Link[], value: Value): Value {
  const fallback = argumentOf(chain, 'default', 'prefault', 'catch');
  if (fallback) return withSteps(fallback, value.trail);
  if (chain.some(({ name: link }) => /^(?:optional|nullish|nullable)$/.test(link))) return value;
  return refuse(evaluator, name, value);
}

/** A schema without a default ends the program where the variable is not set. */
function refuse(evaluator: Evaluator, name: string, value: Value): Value {
  evaluator.isStopped = true;
  evaluator.host.onRaised();
  return unknown(`${name} is not set, so the program stops here`, value.trail);
}

function mapOf(shape: Value | undefined, read: (name: string, schema: Value) => Value): Value {
  if (shape?.kind !== 'map' || shape.rest) return unknown('the schema is not followed');
  const entries = new Map<string, Value>();
  for (const [name, schema] of shape.entries) entries.set(name, read(name, schema));
  return { kind: 'map', entries, trail: [] };
}

/** `z.object({ … }).parse(process.env)`. */
const parseWithZod: Builtin = (evaluator, [given], origin, { self }) => {
  const shape = argumentOf(chainOf(self), 'object', 'looseObject', 'strictObject');
  if (!given || !shape) return unknown('the schema is not followed');
  return mapOf(shape, (name, schema) =>
    isEnvironment(given)
      ? readThrough(evaluator, name, schema, origin)
      : orFallback(member(evaluator, given, name, origin), schema),
  );
};

function orFallback(value: Value, schema: Value): Value {
  const fallback = argumentOf(chainOf(schema), 'default', 'prefault', 'catch');
  const isThere = isPresent(value);
  if (!fallback || isThere) return value;
  return isThere === false ? withSteps(fallback, value.trail) : oneOf([value, fallback]);
}

/** envalid: `cleanEnv(process.env, { X: str({ default, devDefault }) })`. */
const cleanEnv: Builtin = (evaluator, [given, shape], origin) => {
  if (!given || !isEnvironment(given)) return unknown('the variables are not known');
  return mapOf(shape, (name, schema) => {
    const value = readVariable(evaluator, name, origin);
    if (isPresent(value) !== false) return value;
    const options = chainOf(schema)[0]?.args[0];
    const isProduction = textOf(readVariable(evaluator, 'NODE_ENV', origin)) === 'production';
    const fallback = [...(isProduction ? [] : ['devDefault']), 'default']
      .map((key) => (options?.kind === 'map' ? options.entries.get(key) : undefined))
      .find((found) => found !== undefined);
    return fallback ? withSteps(fallback, value.trail) : refuse(evaluator, name, value);
  });
};

/** t3-env: `createEnv({ server: { X: z.string() }, … })`. */
const createEnv: Builtin = (evaluator, [options], origin) => {
  if (options?.kind !== 'map') return unknown('the schema is not followed');
  const entries = new Map<string, Value>();
  for (const part of ['client', 'shared', 'server']) {
    const shape = options.entries.get(part);
    if (shape?.kind !== 'map') continue;
    for (const [name, schema] of shape.entries)
      entries.set(name, readThrough(evaluator, name, schema, origin));
  }
  return { kind: 'map', entries, trail: [] };
};

/** env-var: `env.get('X').default('y').required().asString()`. */
const readEnvVar: Builtin = (evaluator, _, origin, { self }) => {
  const chain = chainOf(self);
  const name = argumentOf(chain, 'get');
  const text = name && textOf(name);
  if (text === undefined) return unknown('the name of the variable is not known');
  const value = readVariable(evaluator, text, origin);
  if (isPresent(value) !== false) return value;
  const fallback = argumentOf(chain, 'default');
  if (fallback) return withSteps(fallback, value.trail);
  const required = chain.find((link) => link.name === 'required');
  return required ? refuse(evaluator, text, value) : value;
};

/** NestJS: `config.get('X', fallback)` of a variable; other keys come from functions that are not followed. */
const readConfigService: Builtin = (evaluator, [name, fallback], origin) => {
  const text = name && textOf(name);
  if (text === undefined || !/^[A-Z][A-Z0-9_]*$/.test(text))
    return unknown('the configuration under this key is not followed');
  const value = readVariable(evaluator, text, origin);
  return isPresent(value) === false && fallback && fallback.kind !== 'map'
    ? withSteps(fallback, value.trail)
    : value;
};

/** Prisma's own `env('X')` ends the command where the variable is not set. */
const readPrismaEnv: Builtin = (evaluator, [name], origin) => {
  const text = name && textOf(name);
  if (text === undefined) return unknown('the name of the variable is not known');
  const value = readVariable(evaluator, text, origin);
  return isPresent(value) === false
    ? unknown(`${text} is not set, so the program stops here`, value.trail)
    : value;
};

export const schemaBuiltins: readonly (readonly [string, Builtin])[] = [
  ['envalid.cleanEnv', cleanEnv],
  ['@t3-oss/env-core.createEnv', createEnv],
  ['@t3-oss/env-nextjs.createEnv', createEnv],
  ['prisma/config.env', readPrismaEnv],
  ['@prisma/config.env', readPrismaEnv],
  ['@nestjs/config.ConfigService().get', readConfigService],
  ['@nestjs/config.ConfigService().getOrThrow', readConfigService],
];

/** Helpers whose names depend on the chain that they end. */
export function schemaBuiltin(name: string): Builtin | undefined {
  if (/^zod\b.*\(\)\.(?:parse|parseAsync)$/.test(name)) return parseWithZod;
  return /^env-var\b.*\(\)\.as[A-Z]\w*$/.test(name) ? readEnvVar : undefined;
}
