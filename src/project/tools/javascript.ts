import { resolve } from 'node:path';
import { scriptEndings } from '../evaluation/configFiles/configFile';
import type { Entry } from '../evaluation/entries';
import type { ProgramStart } from './programStart';

/** Options of the runtimes that take the next word. */
const valued = new Set(
  '-r --require --import --loader --experimental-loader -C --conditions -P --project --tsconfig -w --watch-path --ext'.split(
    ' ',
  ),
);

/** Words that stand between the runtime and the file. */
const verbs: Readonly<Record<string, readonly string[]>> = {
  bun: ['run'],
  deno: ['run'],
  tsx: ['watch'],
};

const runtimes = new Set(
  'node nodejs tsx ts-node ts-node-esm ts-node-dev tsnd vite-node jiti esno bun deno nodemon'.split(
    ' ',
  ),
);

/** `node x.js`, `tsx x.ts`, `./x.mjs`; `undefined` where the command starts no file of the project. */
export function javascriptStart(argv: readonly string[]): ProgramStart | undefined {
  const program = argv[0]?.split('/').at(-1) ?? '';
  if (new RegExp(`\\.(${scriptEndings.join('|')})$`).test(program))
    return ofFile(argv[0] ?? '', argv.slice(1));
  if (!runtimes.has(program)) return undefined;
  const words = argv.slice(1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (verbs[program]?.includes(word)) continue;
    if (/^(-e|--eval|-p|--print)$/.test(word)) return undefined;
    if (valued.has(word)) at++;
    else if (!word.startsWith('-')) return ofFile(word, words.slice(at + 1));
  }
  return undefined;
}

/** Node.js finds `x` as `x.js` or `x/index.js`; the others know the endings of TypeScript, too. */
function ofFile(path: string, argv: readonly string[]): ProgramStart {
  const names = [
    path,
    ...scriptEndings.map((ending) => `${path}.${ending}`),
    ...scriptEndings.map((ending) => `${path}/index.${ending}`),
  ];
  return {
    entries: ({ cwd }) =>
      Promise.resolve(
        names.map((name): Entry => ({ entry: resolve(cwd, name), name: 'main', argv })),
      ),
  };
}
