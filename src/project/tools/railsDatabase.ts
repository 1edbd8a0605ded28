import { lastValue, readOptions, shapeOf } from '../../core/targets/tools/toolOptions';

const shape = shapeOf('db,database e,environment');

/** The database that a command of Rails may name: `rails dbconsole --db events`, `rake db:migrate:events`. */
export function namedRailsDatabase([path = '', ...args]: readonly string[]): string | undefined {
  if (!/^(.*\/)?(rails|rake)$/.test(path)) return undefined;
  const given = readOptions(args, shape);
  const task = given.words.find((word) => /^db:\w+(:\w+)+$/.test(word));
  return lastValue(given, 'database') ?? task?.split(':').at(-1);
}
