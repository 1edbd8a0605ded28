import { basename, dirname } from 'node:path';
import { ancestorsOf, findAttribute } from '../../../syntax/evaluation/attributes';
import { scalar, textOf, type CallArguments, type Value } from '../../../syntax/evaluation/value';
import { routersMaker } from '../../frameworks/python/djangoRouters';
import type { Connection, ModelLibrary } from './modelLibrary';

/** Django 5.2 `db/models/query.py`: what the manager uses, else what the routers say for writing, else the default. */
export const djangoModels: ModelLibrary = {
  name: 'Django',
  base: /^django\b.*\.(Model|AbstractUser|AbstractBaseUser)$|^\w+(\.\w+)*\.models\.\w*Model$/,
  bind(model, { made }) {
    const used = usedByManager(model);
    const aliases = used === undefined ? routedAliases(model, made) : [used];
    const connections = made.filter(({ alias }) => alias !== undefined);
    const [only, ...others] = aliases ?? [];
    const calls = connections
      .filter(({ alias }) => aliases === undefined || aliases.includes(alias ?? ''))
      .map(({ origin }) => origin);
    return { calls, ...(only !== undefined && others.length === 0 ? { alias: only } : {}) };
  },
};

const origin = { kind: 'code', name: 'router' } as const;

/** `get_queryset` of the model's own manager may end with `.using('legacy')`. */
function usedByManager(model: Value): string | undefined {
  const manager = findAttribute(model, 'objects');
  const method = manager && findAttribute(manager, 'get_queryset');
  if (!manager || method?.kind !== 'function') return undefined;
  const query = method.call({ positional: [manager], named: new Map() }, origin);
  for (let call = query; call.kind === 'made';) {
    const [first] = call.args.positional;
    if (call.maker.endsWith('.using') && first) return textOf(first);
    if (!call.args.self) return undefined;
    call = call.args.self;
  }
  return undefined;
}

/** The aliases that the routers may send the model to; `undefined` where that cannot be told. */
function routedAliases(model: Value, made: readonly Connection[]): readonly string[] | undefined {
  const routers = made.findLast(({ maker }) => maker === routersMaker);
  return routers && askRouters(withMeta(model), routers.args.positional);
}

function askRouters(model: Value, [router, ...rest]: readonly Value[]): string[] | undefined {
  if (!router) return ['default'];
  if (router.kind !== 'object') return undefined;
  const method = findAttribute(router, 'db_for_write');
  const answer = method && askRouter(router, method, model);
  const options = answer?.kind === 'oneOf' ? answer.options : [answer ?? scalar(null)];
  const aliases = options.map((option) => {
    const alias = textOf(option);
    if (alias) return [alias];
    return option.kind === 'scalar' ? askRouters(model, rest) : undefined;
  });
  return aliases.includes(undefined)
    ? undefined
    : [...new Set(aliases.flatMap((one) => one ?? []))];
}

function askRouter(router: Value, method: Value, model: Value): Value {
  const args: CallArguments = { positional: [router, model], named: new Map() };
  if (method.kind !== 'function') return method;
  const { binds } = method;
  return method.call(binds === 'nothing' ? { ...args, positional: [model] } : args, origin);
}

/** The class as a router sees it: with what Django says of it in `_meta`, and only what the workspace's code gives it. */
function withMeta(model: Value): Value {
  if (model.kind !== 'object') return model;
  const { name } = model.object;
  const entries = { app_label: labelOf(model), model_name: name.toLowerCase(), object_name: name };
  const attributes = new Map([
    ['_meta', objectOf(entries, model)],
    ['__name__', scalar(name)],
  ]);
  return { ...model, object: { ...model.object, attributes, parents: withoutLibraries(model) } };
}

function withoutLibraries(model: Value & { kind: 'object' }): Value[] {
  return [model, ...ancestorsOf(model.object)].flatMap((type) =>
    type.kind === 'object' ? [{ ...type, object: { ...type.object, parents: [] } }] : [],
  );
}

function objectOf(
  entries: Readonly<Record<string, string>>,
  model: Value & { kind: 'object' },
): Value {
  const values = Object.entries(entries).map(([key, text]) => [key, scalar(text)] as const);
  const attributes = new Map<string, Value>(values);
  return {
    kind: 'object',
    object: { ...model.object, kind: 'instance', name: '_meta', attributes, parents: [] },
    trail: [],
  };
}

/** `Meta.app_label`, else the folder of the app: that of `models.py`, or the one around `models/`. */
function labelOf(model: Value & { kind: 'object' }): string {
  const meta = model.object.attributes.get('Meta');
  const given = meta && findAttribute(meta, 'app_label');
  const folder = dirname(model.object.origin.file ?? '/');
  return (
    (given && textOf(given)) ?? basename(basename(folder) === 'models' ? dirname(folder) : folder)
  );
}
