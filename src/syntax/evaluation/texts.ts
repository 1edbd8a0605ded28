import { scalar, unknown, withSteps, type Scalar, type Value } from './value';

/** Longer than any connection string; keeps texts that double with each line from growing without end. */
const longestText = 20_000;

/** Texts one after the other, printed as the language does; unknown as soon as one of them is. */
export function concatenateTexts(
  pieces: readonly Value[],
  print: (value: Scalar) => string,
): Value {
  const trail = pieces.flatMap((piece) => piece.trail);
  const bad = pieces.find((piece) => piece.kind !== 'scalar');
  if (bad)
    return unknown(bad.kind === 'unknown' ? bad.reason : 'a part of the text is not known', trail);
  const text = pieces.map((piece) => (piece.kind === 'scalar' ? print(piece.value) : '')).join('');
  if (text.length > longestText) return unknown('the text is too long to follow', trail);
  return withSteps(scalar(text), trail);
}
