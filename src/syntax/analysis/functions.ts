import type { Node } from 'web-tree-sitter';
import type { Meaning } from '../statements/codeGrammar';
import type { ExpressionReader } from '../statements/expressionReader';
import { lineOf } from '../statements/expressionReader';
import type { CodeDialect } from './codeDialect';
import { flavourOf, parametersOf, type Flavour } from './declarations';
import type { Names } from './names';
import { classValue, hold, inheritedValue, type OpenFunction, type Place } from './place';

type Kind<Is extends Meaning['is']> = Extract<Meaning, { readonly is: Is }>;

/** Knows what functions are called with. */
export class Functions {
  constructor(
    private readonly dialect: CodeDialect,
    private readonly reader: ExpressionReader,
    private readonly file: string,
  ) {}

  open(
    node: Node,
    meaning: Kind<'function'>,
    name: string,
    { type, isClassBody }: Place,
  ): OpenFunction {
    const isMethod = isClassBody && type;
    const { isProperty, isFree } = flavourOf(node);
    const all = parametersOf(node, meaning, this.reader).map(({ names }) => names[0] ?? '');
    const hasSelf = isMethod && !isFree && this.dialect.self === 'parameter';
    return {
      kind: 'function',
      name: isMethod ? `${type.name}.${name}` : name,
      file: this.file,
      line: lineOf(node),
      parameters: hasSelf ? all.slice(1) : all,
      returns: [],
      isProperty,
      isPassingOn: false,
    };
  }

  /** A function that nothing calls by a name. */
  openUnnamed(node: Node): OpenFunction {
    const own = { name: '', file: this.file, line: lineOf(node), parameters: [], returns: [] };
    return { kind: 'function', ...own, isProperty: false, isPassingOn: false };
  }

  declareParameters(
    node: Node,
    {
      meaning,
      names,
      flavour,
      name,
      place,
    }: {
      readonly meaning: Kind<'function'>;
      readonly names: Names;
      readonly flavour: Flavour;
      readonly name: string | undefined;
      readonly place: Place;
    },
  ): void {
    const { type, isClassBody, handed } = place;
    const own =
      isClassBody && type && !flavour.isFree ? classValue(type, !flavour.isOfClass) : undefined;
    if (own && this.dialect.self !== 'parameter') names.declare(this.dialect.self, own);
    if (own && type)
      for (const one of this.dialect.ownClass ?? []) names.declare(one, classValue(type, false));
    const { receiver } = meaning;
    const receivers =
      receiver === undefined
        ? []
        : parametersOf(node, { ...meaning, parameters: [receiver] }, this.reader);
    for (const { names: given, value } of receivers)
      for (const one of given) names.declare(one, value);
    const parameters = parametersOf(node, meaning, this.reader);
    parameters.forEach(({ names: given, value, isField }, at) => {
      const isSelf = at === 0 && own && this.dialect.self === 'parameter';
      const first =
        at === 0 && handed ? ({ kind: 'chain', steps: handed.steps } as const) : undefined;
      for (const one of given) names.declare(one, isSelf ? own : (first ?? value));
      if (isField && name === this.dialect.maker) for (const one of given) hold(one, value, place);
    });
    if (own) names.declare('super', inheritedValue(own));
  }
}
