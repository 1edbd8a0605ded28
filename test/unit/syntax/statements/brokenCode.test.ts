import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PayloadLanguage } from '../../../../src/core/operations/payload';
import { testReader } from './readCode';

const samples: readonly (readonly [language: PayloadLanguage, text: string])[] = [
  [
    'mongosh',
    "use shop\nconst c = db['games']; for (const d of c.find({ a: `x${b}` })) { c.deleteOne({ _id: d._id }) }\nc.bulkWrite([{ deleteMany: { filter: {} } }]); while (c.hasNext()) c.next()",
  ],
  [
    'python',
    'with a as b:\n  for i, f in enumerate(Family.objects(x=1)[0:2]): f.delete()\n(q := [u.delete() for u in X if u.a]) ; c.execute(f"DROP {t}" "x" % y)\nlist(map(lambda z: z.delete(), A.objects))',
  ],
  [
    'javascript',
    'await (await import("x")).User.find({ ...a, [b]: 1, c }).then(us => us.map(({ d }) => d.destroy())); sql`DELETE ${x}`; new A(1)?.b[c]["d"].deleteMany(); class Q { m() { knex("a").del() } }',
  ],
  [
    'ruby',
    'User.where("a": 1, :b => nil).each(&:destroy!); for u in User.all do u.delete if u.x end\nDB[:a].delete; x = <<~SQL\n  DROP #{t}\nSQL\nUser.find_each { |a, (b, c)| a.delete }; User.connection.execute("a" "b")',
  ],
  [
    'php',
    "foreach (User::all() as $k => $u) { $u?->delete(); } DB::table(<<<E\na $b {$c}\nE)->where(['a' => 1, 2], x: null)->delete(); User::all()->each(fn(A $u) => $u->delete()); \\A\\B::truncate();",
  ],
];

describe('code that is broken off', () => {
  for (const [language, text] of samples)
    it(`is read in ${language} as far as it goes`, async () => {
      for (let at = 0; at <= text.length; at += 3) {
        assert.ok(Array.isArray(await testReader.read(text.slice(0, at), language)));
        assert.ok(Array.isArray(await testReader.read(text.slice(at), language)));
      }
    }).timeout(20_000);
});
