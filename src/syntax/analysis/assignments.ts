import type { Expression, Step } from '../statements/expression';
import type { CodeDialect } from './codeDialect';
import type { Names } from './names';
import { hold, holdIn, type Place } from './place';
import type { Target } from './targets';

/** Gives names, fields and exports what they are assigned. */
export class Assignments {
  /** @param top the names at the top of the file */
  constructor(
    private readonly dialect: CodeDialect,
    private readonly top: Names,
  ) {}

  assign({ steps, value }: Target, declares: boolean, place: Place): void {
    const [first, second, ...rest] = withoutModule(steps);
    if (!first || rest.length > 0 || first.args) return;
    if (!second) return this.#assignName(first.name, value, declares, place);
    const isExport =
      first.name === 'exports' || (first.name === 'module' && second.name === 'exports');
    if (isExport) return this.#export(second.name === 'exports' ? 'default' : second.name, value);
    const own = place.names.resolve({ kind: 'chain', steps: [first] });
    const stands = own.kind === 'chain' ? own.steps[0]?.stands : undefined;
    if (stands?.kind === 'class' && stands === place.type)
      holdIn(place.type.members, second.name, value);
  }

  #assignName(name: string, value: Expression | undefined, declares: boolean, place: Place): void {
    if (place.isClassBody) return hold(name, value, place);
    const isOuter = !declares && this.dialect.self === 'this';
    const holder = isOuter ? (place.names.holderOf(name) ?? this.top) : place.names;
    holder.set(name, value);
  }

  /** `module.exports = { a, b: c }` gives names, and all of it by default. */
  #export(name: string, value: Expression | undefined): void {
    this.top.set(name, value);
    if (name !== 'default' || value?.kind !== 'object') return;
    for (const [key, held] of value.entries) if (!this.top.holderOf(key)) this.top.set(key, held);
  }
}

/** `module.exports.f` is `exports.f`. */
function withoutModule(steps: readonly Step[]): readonly Step[] {
  const [first, second, third] = steps;
  const isLong = first?.name === 'module' && second?.name === 'exports' && third;
  return isLong ? steps.slice(1) : steps;
}
