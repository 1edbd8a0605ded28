import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { destructivePattern } from '../../../src/core/operations/destructiveWords';
import { findCommand } from '../../findCommand';
import { skip } from '../../skip';

const destructive: readonly string[] = [
  'psql -c "DROP TABLE games"',
  "psql -c 'delete  from games'",
  'dropdb scores',
  'mongosh --eval "db.games.drop()"',
  "mongosh --eval 'db.games.deleteMany({})'",
  'redis-cli flushall',
  'rails db:drop',
  'npx prisma migrate reset',
  'php artisan migrate:fresh',
  'python manage.py flush',
  'terraform destroy',
  'aws ec2 terminate-instances --instance-ids i-1',
  'docker compose down -v',
  'docker compose -f x.yml down --remove-orphans -v',
  'mongorestore --drop dump',
  'pg_restore --clean dump',
];

const harmless: readonly string[] = [
  'psql -c "select dropped from games"',
  'echo truncated',
  'git commit -m "undrop tables"',
  'docker compose down',
  'python create_db.py',
  'dropdbx',
  'aws ec2 describe-instances',
  'x'.repeat(100_000),
];

/** Which of the lines, given as arguments, each shell finds in lower case. */
const matchers = {
  bash: 'for line; do [[ ${line,,} =~ $SAFETY_CATCH_DESTRUCTIVE ]]; echo $?; done',
  zsh: 'for line; do [[ ${(L)line} =~ $SAFETY_CATCH_DESTRUCTIVE ]]; echo $?; done',
  fish: 'for line in $argv; string lower -- $line | string match -rq -- $SAFETY_CATCH_DESTRUCTIVE; echo $status; end',
} as const;

describe('the words of destruction', () => {
  for (const [shell, script] of Object.entries(matchers))
    it(`are found by ${shell}, and nothing else is`, function () {
      const command = findCommand(shell);
      if (!command) skip(this, `there is no ${shell} on this machine`);
      const { stdout } = spawnSync(
        command,
        ['-c', script, ...(shell === 'fish' ? [] : ['-']), ...destructive, ...harmless],
        { encoding: 'utf8', env: { SAFETY_CATCH_DESTRUCTIVE: destructivePattern } },
      );
      assert.deepEqual(stdout.trim().split('\n'), [
        ...destructive.map(() => '0'),
        ...harmless.map(() => '1'),
      ]);
    });
});
