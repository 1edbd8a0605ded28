import { basename } from 'node:path';
import type { Intrinsic } from '../host';
import { scalar, textOf, truthOf, unknown, withSteps, type Value } from '../value';

/** Functions of Python's own library that configuration code uses, by full name. */
export const pythonIntrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['os.getenv', readVariable],
  ['os.environ.get', readVariable],
  ['os.environ.[]', readRequired],
  ['os.environ.[]=', writeVariable],
  ['os.environ.setdefault', setDefault],
  ['os.path.join', joinPath],
  ['dotenv.load_dotenv', loadDotenv],
  ['dataclasses.field', defaultOfField],
  ['builtins.str', ({ args: { positional } }) => positional[0]],
  ['builtins.bool', ({ args: { positional } }) => positional[0]],
  ['builtins.int', toNumber],
  ['builtins.dict', toMap],
]);

/** A field of a dataclass holds its default; where another function makes that, it stays unknown. */
function defaultOfField({ args: { named }, origin }: Parameters<Intrinsic>[0]): Value | undefined {
  const factory = named.get('default_factory');
  return factory?.kind === 'function'
    ? factory.call({ positional: [], named: new Map() }, origin)
    : named.get('default');
}

function readVariable({ args, origin, host }: Parameters<Intrinsic>[0]): Value {
  const [first, second] = args.positional;
  const name = first && textOf(first);
  if (name === undefined) return unknown('the name of the variable is not known');
  const found = host.variable(name);
  const step = {
    kind: 'read',
    name,
    isSet: found !== undefined,
    origin: found?.origin ?? { ...origin, name },
  } as const;
  if (found) return scalar(found.value, [...(found.trail ?? []), step]);
  return withSteps(second ?? args.named.get('default') ?? scalar(null), [
    { ...step, origin: { ...origin, name } },
  ]);
}

/** `os.environ['X']` of a variable that is not set ends the program, or its `try`. */
function readRequired(call: Parameters<Intrinsic>[0]): Value {
  const value = readVariable(call);
  const step = value.trail.at(-1);
  if (step?.kind !== 'read' || step.isSet) return value;
  call.host.onRaised();
  return unknown(`${step.name} is not set, so the program stops here`, value.trail);
}

function writeVariable({ args: { positional }, origin, host }: Parameters<Intrinsic>[0]): Value {
  const [name, value] = positional.map(textOf);
  if (name !== undefined && value !== undefined) host.setVariable(name, value, { ...origin, name });
  return scalar(null);
}

function setDefault(call: Parameters<Intrinsic>[0]): Value {
  const [first] = call.args.positional;
  const name = first && textOf(first);
  if (name !== undefined && call.host.variable(name) === undefined) writeVariable(call);
  return readVariable(call);
}

function loadDotenv({
  args: { positional, named },
  origin,
  host,
  because,
}: Parameters<Intrinsic>[0]): Value {
  const given = positional[0] ?? named.get('dotenv_path');
  const path = given && textOf(given);
  const override = truthOf(named.get('override') ?? scalar(false)) === true;
  const request = { ...(path ? { paths: [path] } : {}), override, from: origin.file ?? '' };
  host.loadEnvFile(request, because(given, path && basename(path)));
  return scalar(true);
}

function joinPath({ args: { positional } }: Parameters<Intrinsic>[0]): Value {
  const parts = positional.map(textOf);
  if (parts.includes(undefined)) return unknown('a part of the path is not known');
  return scalar(
    parts.join('/').replaceAll(/\/+/g, '/'),
    positional.flatMap(({ trail }) => trail),
  );
}

function toNumber({ args: { positional } }: Parameters<Intrinsic>[0]): Value | undefined {
  const [value] = positional;
  return value?.kind === 'scalar' ? scalar(Number(value.value), value.trail) : value;
}

function toMap({ args: { positional, named } }: Parameters<Intrinsic>[0]): Value {
  const [first] = positional;
  return {
    kind: 'map',
    entries: new Map([...(first?.kind === 'map' ? first.entries : []), ...named]),
    trail: [],
  };
}
