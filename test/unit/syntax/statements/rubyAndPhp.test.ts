import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PayloadLanguage } from '../../../../src/core/operations/payload';
import { readCode, testReader } from './readCode';

type Case = readonly [text: string, operations: readonly string[]];

const rubyCases: readonly Case[] = [
  ['User.delete_all', ['delete all every record of User']],
  ['User.destroy_all', ['delete all every record of User']],
  ['Admin::User.destroy_all', ['delete all every record of User']],
  ['User.where(old: true).delete_all', ['delete some records of User']],
  ['User.where("1=1").delete_all', ['delete all every record of User']],
  ['User.where(id: 1).destroy_all', ['delete one one record of User']],
  ['User.find(1).destroy', ['delete one one record of User']],
  ['User.find_by(email: "a")&.destroy!', ['delete one one record of User']],
  ['User.destroy(1)', ['delete one one record of User']],
  ['User.all.each(&:destroy)', ['delete all every record of User']],
  ['User.find_each { |u| u.destroy }', ['delete all every record of User']],
  ['User.find_each(&:destroy!)', ['delete all every record of User']],
  ['User.where(a: 1).each do |u|\n  u.delete\nend', ['delete some records of User']],
  ['User.find_each { |u| u.destroy if u.old? }', ['delete some records of User']],
  ['for u in User.all do u.destroy end', ['delete all every record of User']],
  ['u = User.first; u.destroy', ['delete one one record of User']],
  ['User.in_batches { |b| b.delete_all }', ['delete all every record of User']],
  ['User.update_all(a: 1)', ['update all every record of User']],
  ['User.find(1).update(a: 1)', ['update one one record of User']],
  ['User.create!(name: "a")', ['insert some records of User']],
  ['User.delete_by(a: 1)', ['delete some records of User']],
  ['ActiveRecord::Base.connection.execute("TRUNCATE users")', ['drop all TRUNCATE users']],
  [
    'ActiveRecord::Base.connection.execute(<<~SQL)\n  DROP TABLE a\nSQL',
    ['drop all \n  DROP TABLE a\n'],
  ],
  ['ActiveRecord::Base.connection.execute("DROP TABLE #{t}")', ['drop all DROP TABLE "t"']],
  ['ActiveRecord::Base.connection.truncate(:users)', ['truncate all the table users']],
  ['ActiveRecord::Base.connection.drop_table "users"', ['drop all the table users']],
  ['ActiveRecord::Migration.drop_table(:users)', ['drop all the table users']],
  ['ActiveRecord::Tasks::DatabaseTasks.drop_current', ['drop all the database (takes all)']],
  ['DB[:users].delete', ['delete all every row of users']],
  ['DB[:users].where(a: 1).delete', ['delete some rows of users']],
  ['DB.run("DROP TABLE users")', ['drop all DROP TABLE users']],
  ['Mongoid.purge!', ['drop all every collection (takes all)']],
  ['Redis.new.flushall', ['delete all every key of every database (takes all)']],
];

const rubyLookAlikes: readonly string[] = [
  'File.delete("x")',
  'FileUtils.rm_rf("x")',
  'Dir.delete("x")',
  'Rails.cache.delete("k"); Rails.cache.clear',
  'session.delete(:user_id)',
  'params.delete(:page)',
  'ENV.delete("X")',
  'hash.delete(:a); array.delete(1); set.delete(2)',
  'h = { a: 1 }; h.delete(:a)',
  'list.each { |x| x.delete(" ") }',
  '"hello".delete("l")',
  'names.map(&:upcase)',
  'User.count',
  'puts "User.delete_all"',
  '# User.delete_all\nUser.first',
  'User.where(deleted: true).pluck(:id)',
  'User.find(1).name',
  'User.all.each { |u| puts u.destroyed? }',
  'User.method(:delete_all)',
  'Foo.delete(1)',
  'Net::HTTP.delete(uri)',
  'Thread.new { }.exit',
  'client.delete("/users/1")',
  'string.truncate(10)',
  'truncate("text", length: 5)',
  'system("ls")',
  'user.update(name: "x")',
  'Digest::SHA256.new.update("x")',
  'def wipe; User.delete_all; end',
  '5.times { |i| puts i }',
  'Tempfile.create("x")',
  'Open3.capture2("x")',
  'Process.exec("ls")',
];

const phpCases: readonly Case[] = [
  ["DB::table('users')->truncate();", ['truncate all the table users']],
  ["DB::table('users')->delete();", ['delete all every row of users']],
  ["DB::table('users')->where('id', 1)->delete();", ['delete one one row of users']],
  ["DB::connection('x')->table('users')->delete();", ['delete all every row of users']],
  ["DB::table('users')->update(['a' => 1]);", ['update all every row of users']],
  ['User::truncate();', ['truncate all the table of User']],
  ['User::query()->delete();', ['delete all every record of User']],
  ['App\\Models\\User::query()->delete();', ['delete all every record of User']],
  ["User::where('a', 1)->delete();", ['delete some records of User']],
  ['User::find(1)->delete();', ['delete one one record of User']],
  ['User::find(1)?->delete()', ['delete one one record of User']],
  ['User::all()->each->delete();', ['delete all every record of User']],
  ['User::all()->each(fn ($u) => $u->delete());', ['delete all every record of User']],
  ['User::all()->each(function (User $u) { $u->delete(); });', ['delete all every record of User']],
  ['foreach (User::all() as $u) { $u->delete(); }', ['delete all every record of User']],
  ['foreach (User::all() as $k => $u) if ($u->old) $u->delete();', ['delete some records of User']],
  ['$u = User::first(); $u->forceDelete();', ['delete one one record of User']],
  ['User::destroy(1);', ['delete one one record of User']],
  ['User::destroy([1, 2]);', ['delete some records of User']],
  ["Schema::drop('users');", ['drop all the table users']],
  ['Schema::dropAllTables();', ['drop all every table (takes all)']],
  ["DB::statement('DROP TABLE users');", ['drop all DROP TABLE users']],
  ['DB::unprepared("DELETE FROM $table");', ['drop all DELETE FROM "table"']],
  ["$pdo->exec('DELETE FROM users');", ['drop all DELETE FROM users']],
  ["(new PDO($dsn))->query('DROP TABLE a');", ['drop all DROP TABLE a']],
  ["mysqli_query($c, 'DROP TABLE a');", ['drop all DROP TABLE a']],
  ["pg_query('DROP TABLE a');", ['drop all DROP TABLE a']],
  ['$client->shop->games->deleteMany([]);', ['delete all every document of games']],
  ["$client->shop->games->deleteMany(['a' => 1]);", ['delete some documents of games']],
  ['$redis->flushAll();', ['delete all every key of every database (takes all)']],
];

const phpLookAlikes: readonly string[] = [
  'Http::withToken($t)->delete($url);',
  "Storage::disk('s3')->delete('x');",
  "Cache::get('x')->delete();",
  "unlink('x');",
  "Storage::delete('x');",
  "File::delete('x'); File::cleanDirectory('y');",
  "Cache::forget('k'); Cache::flush();",
  "$collection->forget('a');",
  "$this->delete('/users/1');",
  'Http::delete($url);',
  "Route::delete('/x', 'C@d');",
  '$user->delete();',
  '$list->remove($x);',
  "exec('rm x'); shell_exec('ls');",
  'echo "User::truncate()";',
  '// User::truncate();\nUser::count();',
  "User::where('deleted', 1)->get();",
  'User::find(1)->name;',
  "DB::table('users')->count();",
  "Schema::hasTable('users');",
  "Str::limit('x', 1)->delete;",
  'function wipe() { User::truncate(); }',
  'foreach ($files as $f) { $f->delete(); }',
  'Session::flush();',
  "Queue::push('x');",
  'ftruncate($f, 0);',
  '$image->destroy();',
  'imagedestroy($i);',
  "Mail::to('x')->queue($m);",
  "config(['a' => 'b']);",
  'collect([1])->each(fn ($x) => $x->delete());',
  "$q->where('a', 1)->get();",
  "unset($a['x']);",
];

function describeCases(
  language: PayloadLanguage,
  cases: readonly Case[],
  lookAlikes: readonly string[],
): void {
  for (const [text, operations] of cases)
    it(`${JSON.stringify(text)} would ${operations.join(', ')}`, async () => {
      assert.deepEqual(await readCode(language, text), operations);
    });

  for (const text of lookAlikes)
    it(`${JSON.stringify(text)} does nothing to data`, async () => {
      assert.deepEqual(await readCode(language, text), []);
    });
}

describe('Ruby statements', () => {
  describeCases('ruby', rubyCases, rubyLookAlikes);

  it('find the body of each of many heredocs', async () => {
    const text = 'DB.run(<<~SQL)\n  DROP TABLE a\nSQL\n'.repeat(1000);
    assert.equal((await testReader.read(text, 'ruby')).length, 1000);
  });
});

describe('PHP statements', () => describeCases('php', phpCases, phpLookAlikes));
