import {
  each,
  instance,
  listed,
  type ClassSymbol,
  type Expression,
  type FunctionSymbol,
  type Step,
} from '../statements/expression';
import { called } from './names';

/** The class that a chain ends with, itself or an instance of it. */
export function typeOf(steps: readonly Step[]): ClassSymbol | undefined {
  const last = steps.at(-1);
  const type = last?.name === instance ? steps.at(-2) : last;
  return type?.stands?.kind === 'class' ? type.stands : undefined;
}

/** A class that is called makes an instance. */
export function constructed(steps: readonly Step[]): readonly Step[] | undefined {
  const last = steps.at(-1);
  const before = steps.at(-2);
  // `Family.new` of Ruby
  if (last?.name === 'new' && last.args && before?.stands?.kind === 'class')
    return [...steps.slice(0, -1), { name: instance, line: last.line }];
  if (last?.stands?.kind !== 'class' || !last.args) return undefined;
  const { name, line, stands } = last;
  return [...steps.slice(0, -1), { name, line, stands }, { name: instance, line }];
}

export function functionOf(value: Expression | undefined): FunctionSymbol | undefined {
  const stands = value?.kind === 'chain' ? value.steps[0]?.stands : undefined;
  return stands?.kind === 'function' ? stands : undefined;
}

export function isUnknown(steps: readonly Step[]): boolean {
  return steps[0]?.stands?.kind === 'local';
}

export function unknownChain(root: Step, rest: readonly Step[]): Expression {
  return { kind: 'chain', steps: [{ ...root, stands: { kind: 'local' } }, ...rest] };
}

/** `@scope/package/sub`, `node:sqlite`, `django.db.models` */
export function namesOfModule(module: string): readonly string[] {
  const name = module.replace(/^node:/, '');
  if (name.startsWith('@')) {
    const [scope = '', own = '', ...inner] = name.split('/');
    return [`${scope}/${own}`, ...inner];
  }
  return name.includes('/') ? name.split('/') : /^[\w.]+$/.test(name) ? name.split('.') : [name];
}

export function withCall(root: Step, next: Step, others: readonly Step[]): readonly Step[] {
  return [...called([root], next), ...others];
}

/** An instance of a library's class is that class called; each of a list of instances is one. */
export function normal(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = [];
  for (const step of steps) {
    const last = out.at(-1);
    const isOfLibrary =
      step.name === instance &&
      last &&
      last.stands?.kind !== 'class' &&
      last.stands?.kind !== 'local';
    if (isOfLibrary && out[0]?.stands?.kind === 'module')
      out[out.length - 1] = { ...last, args: last.args ?? [] };
    else if (step.name === each && last?.name === listed)
      out[out.length - 1] = { ...last, name: instance };
    else out.push(step);
  }
  return out;
}
