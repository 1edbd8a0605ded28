import type { Operation } from '../operation';
import type { PayloadLanguage } from '../payload';
import type { StatementReader } from '../statementReader';
import { luaCalls } from './luaCalls';
import { redisCommands, type RedisCommand } from './redisCommands';
import { effectOf } from './redisEffects';

/** Longer texts are read up to here. */
const mostCharacters = 4_000_000;

export const redisReader: StatementReader = {
  languages: ['redis', 'lua'],
  read: (text, language) => Promise.resolve(readRedis(text.slice(0, mostCharacters), language)),
};

export function readRedis(text: string, language: PayloadLanguage): readonly Operation[] {
  const commands = language === 'lua' ? luaCalls(text) : executed(redisCommands(text));
  const operations = new Map<string, Operation>();
  for (const { args, line } of commands) {
    const effect = effectOf(args);
    const key = JSON.stringify(effect);
    if (!effect || operations.has(key)) continue;
    operations.set(key, { ...effect, origin: { kind: 'code', name: 'Redis', line } });
  }
  return [...operations.values()];
}

/** Without what a transaction discards, and with what scripts call. */
function executed(commands: readonly RedisCommand[]): readonly RedisCommand[] {
  const done: RedisCommand[] = [];
  let start: number | undefined;
  for (const command of commands) {
    const name = command.args[0]?.toLowerCase();
    if (name === 'multi') start = done.length;
    else if (name === 'exec') start = undefined;
    else if (name === 'discard' && start !== undefined) done.splice(start);
    else if (name === 'eval')
      for (const call of luaCalls(command.args[1] ?? ''))
        done.push({ args: call.args, line: command.line + call.line - 1 });
    else done.push(command);
  }
  return done;
}
