import type { RedisCommand } from './redisCommands';

const call = /\bredis\s{0,9}\.\s{0,9}p?call\s{0,9}\(([^()]{0,500})(\()?/g;

/** The commands that a script has the server execute; arguments that only running it tells are a question mark. */
export function luaCalls(script: string): readonly RedisCommand[] {
  let line = 1;
  let counted = 0;
  return [...script.matchAll(call)].map(({ index, 1: content = '', 2: isNested }) => {
    line += script.slice(counted, index).split('\n').length - 1;
    counted = index;
    const args = content.split(',').map(literal);
    // `unpack(keys)` may be any number of them.
    return { args: isNested ? [...args, '?'] : args, line };
  });
}

function literal(text: string): string {
  return /^\s*(['"])(.*)\1\s*$/s.exec(text)?.[2] ?? '?';
}
