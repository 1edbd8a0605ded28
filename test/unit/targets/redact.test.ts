import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ConnectionUrl } from '../../../src/core/targets/connectionUrl';
import { grammars } from '../../../src/core/targets/grammars';
import { redact } from '../../../src/core/targets/redact';
import { contextOf } from './context';

const cases: readonly (readonly [text: string, expected: string])[] = [
  ['postgres://u:p@h.example.com:5432/app', 'postgres://u:***@h.example.com:5432/app'],
  ['postgres://u:p@x/y?z#1 2@h.example.com/app', 'postgres://u:***@h.example.com/app'],
  ['postgres://u:one\ntwo@h.example.com/app', 'postgres://u:***@h.example.com/app'],
  [
    'postgres://u:p%40x@h.example.com/app?sslmode=require',
    'postgres://u:***@h.example.com/app?sslmode=require',
  ],
  [
    'mongodb://u:p@a.example.com:1,b.example.com:2/app',
    'mongodb://u:***@a.example.com:1,b.example.com:2/app',
  ],
  ['redis://:p@h.example.com:6379/0', 'redis://:***@h.example.com:6379/0'],
  ['postgres://app:cut', 'postgres://app:***'],
  ["host=h.example.com password='a b\\'c' user=u", 'host=h.example.com password=*** user=u'],
  ['host=h.example.com password=a\\ b user=u', 'host=h.example.com password=*** user=u'],
  [
    'Server=h.example.com;Password=a b"c;Database=app',
    'Server=h.example.com;Password=***;Database=app',
  ],
  ['Server=h.example.com;Pwd={a;b}}c};Database=app', 'Server=h.example.com;Pwd=***;Database=app'],
  [
    'jdbc:postgresql://h.example.com/app?user=u@corp&password=x y&ssl=true',
    'jdbc:postgresql://h.example.com/app?user=u@corp&password=***&ssl=true',
  ],
  ['jdbc:mysql://u:p@h.example.com:3306/app', 'jdbc:mysql://u:***@h.example.com:3306/app'],
  [
    'jdbc:oracle:thin:u/p@//h.example.com:1521/app',
    'jdbc:oracle:thin:u/***@//h.example.com:1521/app',
  ],
  [
    'sqlserver://h.example.com:1433;user=sa;password=p@x/y;encrypt=true',
    'sqlserver://h.example.com:1433;user=sa;password=***;encrypt=true',
  ],
  [
    "psql 'postgres://u:p@h.example.com/app' -c 'select 1' # me@example.com",
    "psql 'postgres://u:***@h.example.com/app' -c 'select 1' # me@example.com",
  ],
  [
    '{"url":"postgres://u:p@h.example.com/x","mail":"a@b"}',
    '{"url":"postgres://u:***@h.example.com/x","mail":"a@b"}',
  ],
  ['PGPASSWORD=x psql -h h.example.com', 'PGPASSWORD=*** psql -h h.example.com'],
  ['mysql --password x -h h.example.com', 'mysql --password *** -h h.example.com'],
  ['password: open sesame', 'password: ***'],
];

const harmless = [
  'postgres://h.example.com:5432/app',
  'postgres://u@h.example.com/app',
  'mongodb://[::1]:27017,b.example.com:2/app',
  'sqlite:///C:/data/app.db',
  'jdbc:sqlserver://h.example.com\\inst:1433;databaseName=app',
  'PWD=/home/user',
  'the host h.example.com has no password',
];

/** Where each client takes a password, with that client's own way of writing one. */
const templates: readonly ((password: string) => string)[] = [
  (p) => `postgresql://app:${p}@db.example.com:5432/app`,
  (p) => `postgresql+psycopg2://app:${encodeURIComponent(p)}@db.example.com/app?sslmode=require`,
  (p) => `mysql://app:${p}@db.example.com/app`,
  (p) => `mongodb://app:${p}@a.example.com:1,b.example.com:2/app?replicaSet=x`,
  (p) => `mongodb+srv://app:${p}@x.example.net/app`,
  (p) => `redis://:${p}@cache.example.com:6379/0`,
  (p) => `mssql://sa:${p}@db.example.com/app`,
  (p) => `clickhouse://app:${p}@db.example.com:9000/app`,
  (p) => `cockroachdb://app:${p}@db.example.com/app`,
  (p) => `host=db.example.com password='${p.replace(/[\\']/g, '\\$&')}' dbname=app`,
  (p) => `host=db.example.com password=${p.replace(/[\\'\s]/g, '\\$&')} dbname=app`,
  (p) => `jdbc:postgresql://db.example.com/app?user=u&password=${encodeURIComponent(p)}&ssl=true`,
  (p) =>
    `jdbc:sqlserver://db.example.com;databaseName=app;password={${p.replaceAll('}', '}}')}};x=y`,
  (p) => `Server=db.example.com;Password="${p.replaceAll('"', '""')}";Database=app`,
  (p) => `Server=db.example.com;Password='${p.replaceAll("'", "''")}';Database=app`,
  (p) => `jdbc:oracle:thin:app/${p}@//db.example.com:1521/app`,
  (p) => `psql "postgresql://app:${encodeURIComponent(p)}@db.example.com/app" -c 'select 1'`,
];

/** Recognizable at both ends, so that a rest of it is found too. */
const passwords = fc
  .tuple(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'grapheme-ascii' }))
  .map(([middle, end]) => `${middle}hunter2${end}hunter3`);

function assertHidden(text: string): void {
  assert.doesNotMatch(text, /hunter[23]/);
}

describe('redact', () => {
  for (const [text, expected] of cases)
    it(`hides the password in ${JSON.stringify(text)}`, () => assert.equal(redact(text), expected));

  for (const text of harmless)
    it(`leaves ${text} as it is`, () => assert.equal(redact(text), text));

  it('lets no password survive in the connection string of any client', () => {
    fc.assert(
      fc.property(passwords, fc.constantFrom(...templates), (password, template) =>
        assertHidden(redact(template(password))),
      ),
      { numRuns: 2000 },
    );
  });

  it('needs time in proportion to the length', () => {
    for (const piece of ['password', 'a://', 'password=', 'x://a:', '@', ';', 'a', '://', "='"]) {
      const text = `x ${piece.repeat(50_000)}`;
      const start = performance.now();
      redact(text);
      assert.ok(performance.now() - start < 1000, `${piece} takes too long`);
    }
  });
});

describe('every grammar', () => {
  const urlish = fc.oneof(
    fc.string(),
    fc
      .string({ unit: fc.constantFrom(...'ab1:/?#@[]%&=;,\\\'" {}()\n'), maxLength: 60 })
      .map((rest) => rest),
  );
  const schemes = fc.constantFrom(
    ...'postgres:// postgresql+psycopg2:// mysql:// mongodb:// mongodb+srv:// redis:// sqlite:/// jdbc:mysql://'.split(
      ' ',
    ),
    ...'jdbc:sqlserver:// jdbc:oracle:thin: jdbc:h2: mssql:// sqlserver:// clickhouse:// cockroachdb:// file: prisma://'.split(
      ' ',
    ),
    'Server=',
    'host=',
    '',
  );

  it('answers for any string without throwing', () => {
    fc.assert(
      fc.property(schemes, urlish, (scheme, rest) => {
        const url = new ConnectionUrl(scheme + rest);
        for (const grammar of grammars) {
          grammar.accepts(url.reveal());
          const parsed = grammar.parse(url, contextOf());
          assert.ok(parsed.kind === 'invalid' ? parsed.reason : parsed.connection.endpoints);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('answers for a long string in a moment', () => {
    for (const piece of ['a', ':', '@', ',', '/', '%', '=', ';', '[', 'a=', 'a:1,', "'", '(host='])
      for (const scheme of ['postgres://', 'mysql://', 'jdbc:mysql://', 'Server=', 'host=']) {
        const url = new ConnectionUrl(scheme + piece.repeat(20_000));
        const start = performance.now();
        for (const grammar of grammars)
          if (grammar.accepts(url.reveal())) grammar.parse(url, contextOf());
        assert.ok(performance.now() - start < 1500, `${scheme}${piece} takes too long`);
      }
  });

  it('keeps the password out of every part and every reason', () => {
    fc.assert(
      fc.property(passwords, fc.constantFrom(...templates.slice(0, 9)), (password, template) => {
        const url = new ConnectionUrl(template(password));
        for (const grammar of grammars)
          if (grammar.accepts(url.reveal()))
            assertHidden(JSON.stringify(grammar.parse(url, contextOf())));
      }),
      { numRuns: 2000 },
    );
  });
});
