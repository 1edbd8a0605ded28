import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeFinding } from '../../../../src/core/findings/codeFinding';
import { environmentGuard } from '../../../../src/project/guards/environmentGuard';
import { filterGuard } from '../../../../src/project/guards/filterGuard';
import { libraries } from '../../../../src/syntax/libraries';
import { filterIdioms } from '../../../../src/project/guards/filterIdioms';
import type { Guard } from '../../../../src/project/guards/guard';

/** The called name and its call stand between the marks. */
const filters: readonly (readonly [api: string, code: string, guarded: string])[] = [
  ['mongoengine', 'Family.objects.«delete()»', 'Family.objects.filter($1).delete()'],
  ['Django', 'Order.objects.all().«delete()»', 'Order.objects.all().filter($1).delete()'],
  ['SQLAlchemy', 'session.query(User).«delete()»', 'session.query(User).filter($1).delete()'],
  ['SQLAlchemy', 'session.execute(«delete(User)»)', 'session.execute(delete(User).where($1))'],
  ['peewee', 'Game.«delete()».execute()', 'Game.delete().where($1).execute()'],
  ['peewee', 'Game.delete().«execute()»', 'Game.delete().where($1).execute()'],
  ['pymongo', 'db.users.«delete_many({})»', 'db.users.delete_many({ $1 })'],
  [
    'MongoDB',
    'users.«updateMany({}, { $set: { a: 1 } })»',
    'users.updateMany({ $1 }, { $set: { a: 1 } })',
  ],
  ['Mongoose', 'User.«deleteMany()»', 'User.deleteMany({ $1 })'],
  ['Prisma', 'prisma.user.«deleteMany()»', 'prisma.user.deleteMany({ where: { $1 } })'],
  [
    'Prisma',
    'prisma.user.«deleteMany({ where: {} })»',
    'prisma.user.deleteMany({ where: { $1 } })',
  ],
  [
    'Prisma',
    'prisma.user.«updateMany({ data: { a } })»',
    'prisma.user.updateMany({ where: { $1 }, data: { a } })',
  ],
  ['Sequelize', 'User.«destroy({ where: {} })»', 'User.destroy({ where: { $1 } })'],
  ['Knex', "knex('users').«del()»", "knex('users').where($1).del()"],
  ['Eloquent', 'User::query()->«delete()»', 'User::query()->where($1)->delete()'],
  ['Supabase', "client.from('users').«delete()»", "client.from('users').delete().eq($1)"],
  ['Drizzle', 'db.«delete(users)»', 'db.delete(users).where($1)'],
  ['ActiveRecord', 'User.«delete_all»', 'User.where($1).delete_all'],
];

const unfiltered: readonly (readonly [why: string, api: string, code: string])[] = [
  ['an instance has no condition', 'mongoengine', 'family.«delete()»'],
  ['a drop has none', 'peewee', 'database.«drop_tables([Game])»'],
  ['nothing is known of the library', 'Own', 'things.«deleteMany({})»'],
];

const development = { name: 'FLASK_ENV', value: 'development' };

const environments: readonly (readonly [why: string, language: string, ...code: string[]])[] = [
  [
    'above the statement, with what it needs imported',
    'python',
    'from peewee import Model\n\ndef clear():\n    # All, really.\n    Game.«drop_table()»\n',
    'import os\nfrom peewee import Model\n\ndef clear():\n    # All, really.\n    if os.environ.get("FLASK_ENV") != "development":\n        raise RuntimeError("This is for development only: FLASK_ENV says otherwise.")\n    Game.drop_table()\n',
  ],
  [
    'above the first line of a statement over several',
    'typescript',
    '  await prisma\n    .user\n    .«deleteMany()»;\n',
    "  if (process.env.FLASK_ENV !== 'development') {\n    throw new Error('This is for development only: FLASK_ENV says otherwise.');\n  \\}\n  await prisma\n    .user\n    .deleteMany();\n",
  ],
];

const refusals: readonly (readonly [why: string, language: string, code: string])[] = [
  ['the call is made later', 'typescript', 'const clear = () => prisma.user.«deleteMany()»;'],
  ['it is all of a branch', 'javascript', 'if (old)\n  users.«deleteMany({})»;'],
  ['the language is not known', 'sql', '«DELETE FROM games»;'],
];

describe('a guard', () => {
  it('knows its libraries by their names', () => {
    const known = ['SQL', ...libraries.map(({ name }) => name)];
    const named = filterIdioms.flatMap(({ apis }) => apis);
    assert.deepEqual(
      named.filter((api) => !known.includes(api)),
      [],
    );
  });

  for (const [api, code, guarded] of filters)
    it(`is the filter of ${api} in ${code}`, () => {
      const { finding, lines } = read(code, api);
      assert.equal(applied(filterGuard(finding, lines), lines), guarded);
    });

  for (const [why, api, code] of unfiltered)
    it(`is no filter where ${why}`, () => {
      const { finding, lines } = read(code, api);
      assert.equal(filterGuard(finding, lines), undefined);
    });

  for (const [why, language, code = '', guarded] of environments)
    it(`asks for the environment ${why}`, () => {
      const { finding, lines } = read(code);
      const guard = environmentGuard(finding.range, lines, { language, sign: development });
      assert.equal(applied(guard, lines), guarded);
    });

  for (const [why, language, code] of refusals)
    it(`asks for no environment where ${why}`, () => {
      const { finding, lines } = read(code);
      const guard = environmentGuard(finding.range, lines, { language, sign: development });
      assert.equal(guard, undefined);
    });

  it('leaves the variable open where the project has none that is known', () => {
    const { finding, lines } = read('users.«deleteMany({})»');
    const guard = environmentGuard(finding.range, lines, {
      language: 'typescript',
      sign: undefined,
    });
    assert.match(
      guard!.edits[0]!.snippet,
      /process\.env\.\$\{1:NODE_ENV\} !== '\$\{2:development\}'/,
    );
  });
});

function read(marked: string, api = 'any') {
  const lines = marked.replace(/[«»]/g, '').split('\n');
  const before = marked.slice(0, marked.indexOf('«')).split('\n');
  const [line, column] = [before.length, before.at(-1)!.length + 1];
  const length = marked.indexOf('»') - marked.indexOf('«') - 1;
  const range = { line, column, endLine: line, endColumn: column + length };
  return { finding: { api, reach: 'all', range } satisfies Partial<CodeFinding>, lines };
}

function applied(guard: Guard | undefined, lines: readonly string[]): string {
  const offsets = [0];
  for (const { length } of lines) offsets.push(offsets.at(-1)! + length + 1);
  const backwards = [...guard!.edits].sort((a, b) => b.range.line - a.range.line);
  return backwards.reduce((text, { range, snippet }) => {
    const start = offsets[range.line - 1]! + range.column - 1;
    const end = offsets[range.endLine - 1]! + range.endColumn - 1;
    return text.slice(0, start) + snippet + text.slice(end);
  }, lines.join('\n'));
}
