import type { Environment } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';

/** One `<%= … %>`, and what is known of it without running Ruby. */
export interface RubyPiece {
  /** 1-based. */
  readonly line: number;
  /** `undefined` where only Ruby could tell. */
  readonly value?: string;
  /** The variables that the value comes from. */
  readonly origins: readonly Origin[];
  /** Why there is no value: the end of a sentence. */
  readonly unknown?: string;
}

export interface Template {
  /** The text with a marker in place of each piece, on the same lines. */
  readonly text: string;
  readonly pieces: readonly RubyPiece[];
  /** Lines of code that may leave out or repeat what stands around it. */
  readonly codeLines: readonly number[];
}

interface Value {
  /** `null` is Ruby's nil. */
  readonly value: string | null;
  readonly origins: readonly Origin[];
}

type Evaluated = Value | { readonly unknown: string };

const tag = /<%(=|#|%|-)?(.*?)-?%>/gs;
const markers = /__ruby_(\d+)__/g;

/** Reads the few expressions that configuration files use: variables, their defaults, literals and `Rails.env`. */
export function readTemplate(
  text: string,
  environment: Environment,
  railsEnvironment: string,
): Template {
  const pieces: RubyPiece[] = [];
  const codeLines: number[] = [];
  const marked = text.replace(tag, (whole, kind: string | undefined, code: string, at: number) => {
    const line = text.slice(0, at).split('\n').length;
    const lineBreaks = '\n'.repeat(whole.split('\n').length - 1);
    if (kind === '%') return whole;
    if (kind !== '=') {
      if (kind !== '#' && !code.trimStart().startsWith('#')) codeLines.push(line);
      return lineBreaks;
    }
    pieces.push(pieceOf(line, evaluate(code.trim(), environment, railsEnvironment)));
    return `__ruby_${pieces.length - 1}__${lineBreaks}`;
  });
  return { text: marked, pieces, codeLines };
}

/** The pieces that a text of the template holds. */
export function piecesIn(text: string, { pieces }: Template): RubyPiece[] {
  return [...text.matchAll(markers)].flatMap((match) => pieces[Number(match[1])] ?? []);
}

/** The text with the values that are known; the markers of the others stay. */
export function fillIn(text: string, { pieces }: Template): string {
  return text.replace(markers, (marker, index: string) => pieces[Number(index)]?.value ?? marker);
}

function pieceOf(line: number, evaluated: Evaluated): RubyPiece {
  return 'unknown' in evaluated
    ? { line, origins: [], unknown: evaluated.unknown }
    : { line, value: evaluated.value ?? '', origins: evaluated.origins };
}

function evaluate(code: string, environment: Environment, railsEnvironment: string): Evaluated {
  const choices = code.split('||').map((choice) => choice.trim());
  const origins: Origin[] = [];
  for (const [index, choice] of choices.entries()) {
    const evaluated = evaluateTerm(choice, environment, railsEnvironment);
    if ('unknown' in evaluated) return evaluated;
    origins.push(...evaluated.origins);
    if (evaluated.value !== null || index === choices.length - 1)
      return { value: evaluated.value, origins };
  }
  return notRun;
}

const notRun: Evaluated = { unknown: 'is computed by Ruby code, which is not run' };

function evaluateTerm(term: string, environment: Environment, railsEnvironment: string): Evaluated {
  const literal = /^(?:(["'])([^"'#\\]*)\1|(\d+))$/.exec(term);
  if (literal) return { value: literal[2] ?? literal[3]!, origins: [] };
  if (term === 'nil') return { value: null, origins: [] };
  if (/^Rails\.env(?:\.to_s)?$/.test(term)) return { value: railsEnvironment, origins: [] };
  const [, , looked, presence] = /^ENV\[\s*(["'])(\w+)\1\s*\](\.presence)?$/.exec(term) ?? [];
  if (looked !== undefined) {
    const setting = environment.find(looked)?.setting;
    const value = setting?.value ?? null;
    return { value: presence && !value ? null : value, origins: setting ? [setting.origin] : [] };
  }
  const fetch =
    /^ENV\.fetch\(?\s*(["'])(\w+)\1\s*(?:,\s*(.+?)\s*)?\)?\s*(?:\{\s*(.*?)\s*\})?$/s.exec(term);
  if (!fetch) return notRun;
  const [, , name = '', second, block] = fetch;
  const setting = environment.find(name)?.setting;
  if (setting) return { value: setting.value, origins: [setting.origin] };
  const fallback = block ?? second;
  return fallback === undefined
    ? { unknown: `needs the variable ${name}, which is not set` }
    : evaluate(fallback, environment, railsEnvironment);
}
