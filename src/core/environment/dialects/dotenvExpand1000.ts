import { expandedDialect } from '../reading/expandDotenv';
import { expandProgressively, type Reference } from '../reading/expandProgressive';
import { readNodeDotenv } from '../reading/nodeDotenv';

export const expand1000 = expandProgressively({
  seesWholeFile: false,
  prefersExpanded: true,
  evaluate,
  endsAt: (_fromFile, variable) => variable,
});

export const dotenvExpand1000 = expandedDialect(
  'dotenv-expand-1000',
  'dotenv with dotenv-expand 1000',
  { read: readNodeDotenv, expand: expand1000, populatesFirst: true, runsCommands: true },
);

function evaluate(
  { name, operator, word }: Reference,
  variables: (name: string) => string | undefined,
): string {
  const value = variables(name);
  if (operator === ':-') return value || word;
  if (operator === '-') return value ?? word;
  if (operator === ':+') return value ? word : '';
  if (operator === '+') return value === undefined ? '' : word;
  return value ?? '';
}
