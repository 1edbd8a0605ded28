import { worstStage, type Stage } from './stage';

type NamedStage = Exclude<Stage, 'unknown'>;

export interface EnvironmentWord {
  readonly word: string;
  readonly stage: NamedStage;
}

/** Words that people put into names to tell environments apart. */
const wordsByStage: Readonly<Record<NamedStage, readonly string[]>> = {
  production: ['prod', 'production', 'prd', 'live'],
  staging: ['staging', 'stage', 'stg', 'preprod', 'preproduction', 'uat', 'qa', 'preview'],
  development: ['dev', 'devel', 'development', 'local', 'sandbox'],
  test: ['test', 'tests', 'testing', 'ci'],
};

const stageOfWord = new Map(
  Object.entries(wordsByStage).flatMap(([stage, words]) =>
    words.map((word) => [word, stage as NamedStage] as const),
  ),
);

/** `proddb`, `testuser`: a word that is grown together with what it describes. */
const compound =
  /^(?:db|database|mysql|sql|pg|postgres|postgresql|mongo|mongodb|redis|server|cluster|user)?([a-z]+?)(?:db|database|mysql|sql|pg|postgres|postgresql|mongo|mongodb|redis|server|cluster|user)?$/;

const negations = new Set(['non', 'not', 'no', 'post']);
const copies = new Set(['copy', 'copies', 'clone', 'like']);

/** The word of a name that asks for most care: `scores_production` has `production`, `products` has none. */
export function findEnvironmentWord(name: string): EnvironmentWord | undefined {
  const tokens = tokensOf(name);
  const found = tokens.flatMap((token, index) => wordAt(tokens, token, index) ?? []);
  const worst = worstStage(found.map(({ stage }) => stage));
  return found.find(({ stage }) => stage === worst);
}

function wordAt(
  tokens: readonly string[],
  token: string,
  index: number,
): EnvironmentWord | undefined {
  const word = stageOfWord.has(token) ? token : (compound.exec(token)?.[1] ?? token);
  const stage = stageOfWord.get(word);
  if (stage !== 'production') return stage && { word, stage };
  const before = tokens[index - 1] ?? '';
  if (before === 'pre') return { word: `pre-${word}`, stage: 'staging' };
  const isCopy =
    copies.has(tokens[index + 1] ?? '') || (before === 'of' && copies.has(tokens[index - 2] ?? ''));
  return negations.has(before) || isCopy ? undefined : { word, stage };
}

function tokensOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((part) => {
      const runs = part.split(/\d+/).filter(Boolean);
      // Two letters between digits are more likely a piece of a random id than the word `ci` or `qa`.
      return runs.length > 1 ? runs.filter((run) => run.length > 2) : runs;
    });
}
