import { parseArgs } from 'node:util';
import { runScript } from '../cleanUp';
import { formatCounts } from '../counts';
import { runHostTests } from './runHostTests';

runScript(async (cleanUp) => {
  const { values, positionals: names } = parseArgs({
    allowPositionals: true,
    options: { desktop: { type: 'boolean' }, grep: { type: 'string' } },
  });
  const counts = await runHostTests({ ...values, names }, cleanUp);
  console.log(`\n${formatCounts(counts)}`);
  return counts.failed > 0 ? 1 : 0;
});
