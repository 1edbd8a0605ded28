import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ConnectionUrl } from '../../../src/core/targets/connectionUrl';
import type { Grammar } from '../../../src/core/targets/grammar';
import { adoNet } from '../../../src/core/targets/grammars/adoNet';
import { clickhouse } from '../../../src/core/targets/grammars/clickhouse';
import { djangoDatabaseUrl } from '../../../src/core/targets/grammars/djangoDatabaseUrl';
import { genericUrl } from '../../../src/core/targets/grammars/genericUrl';
import { jdbc } from '../../../src/core/targets/grammars/jdbc';
import { nodePostgres } from '../../../src/core/targets/grammars/nodePostgres';
import { peewee } from '../../../src/core/targets/grammars/peewee';
import { prisma } from '../../../src/core/targets/grammars/prisma';
import { sqlalchemy } from '../../../src/core/targets/grammars/sqlalchemy';
import { sqlite } from '../../../src/core/targets/grammars/sqlite';
import { sqlServer } from '../../../src/core/targets/grammars/sqlServer';
import { contextOf, summaryOf } from './context';

type Case = readonly [text: string, expected: string, variables?: Readonly<Record<string, string>>];
const encode = 'seems to hold a password';
const socket = '/var/run/postgresql';

const table: readonly (readonly [Grammar, readonly Case[]])[] = [
  [
    nodePostgres,
    [
      ['postgres://u:p@h.example.com/app?host=q.example.com', 'u@q.example.com:5432/app'],
      ['postgres:///app', 'localhost:5432/app'],
      ['postgres:///app', 'e.example.com:7/app', { PGHOST: 'e.example.com', PGPORT: '7' }],
      ['postgres://h.example.com', 'me@h.example.com:5432/me', { USER: 'me' }],
      ['postgres://u:p@ss@h.example.com/app', 'u@h.example.com:5432/app'],
      ['postgres://h.example.com/app?hostaddr=10.0.0.1', 'h.example.com:5432/app'],
      [
        'postgres://h.example.com/app?sslcert=/nowhere.pem&sslmode=require',
        'h.example.com:5432/app',
      ],
      ['postgres://h.example.com/app?ssl\ncert=/nowhere.pem', 'h.example.com:5432/app'],
      ['postgres://a:1,b:2/app', 'not one that pg can parse'],
    ],
  ],
  [
    sqlalchemy,
    [
      ['postgresql+psycopg2://u:p@h.example.com/app', 'u@h.example.com:5432/app'],
      ['postgresql://h.example.com/app?host=q.example.com', 'q.example.com:5432/app'],
      [
        'postgresql:///app?host=a.example.com:1&host=b.example.com:2',
        'a.example.com,b.example.com:1/app',
      ],
      ['postgresql+asyncpg:///app', 'e.example.com:5432/app', { PGHOST: 'e.example.com' }],
      ['postgresql+pg8000:///app', 'localhost:5432/app', { PGHOST: 'e.example.com' }],
      ['postgresql://u:a/b?c@h.example.com/app', 'u@h.example.com:5432/app'],
      ['postgresql://u:a@b@h.example.com/app', encode],
      ['mysql+pymysql://u:p@h.example.com/app', 'u@h.example.com:3306/app'],
      ['mysql+mysqldb://u@/app?unix_socket=/run/my.sock', 'u@/run/my.sock/app'],
      ['sqlite:///app.db', 'app.db/'],
      ['sqlite:////var/app.db', '/var/app.db/'],
      ['sqlite://', ':memory:/'],
      [
        'mssql+pyodbc:///?odbc_connect=Server%3Dh.example.com%2C1500%3BDatabase%3Dapp',
        'h.example.com:1500/app',
      ],
      ['oracle+oracledb://u:p@h.example.com/?service_name=app', 'u@h.example.com:1521/app'],
      ['postgresql://h.example.com:x/app', 'port in the URL is not a number'],
    ],
  ],
  [
    djangoDatabaseUrl,
    [
      ['postgres://h.example.com/app?host=q.example.com', 'h.example.com:5432/app'],
      ['postgres:///app?host=q.example.com', 'q.example.com:5432/app'],
      ['mysql://h.example.com/app?host=q.example.com', 'q.example.com:3306/app'],
      ['postgres://%2FRun%2Fpg/app', '/Run/pg:5432/app'],
      ['postgres://u:p@ss@h.example.com/app', 'u@h.example.com:5432/app'],
      ['sqlite:///app.db', 'app.db/'],
      ['postgres://[x/app', 'not one that Python can split'],
    ],
  ],
  [
    peewee,
    [
      ['postgresql+pool://u:p@h.example.com/app', 'u@h.example.com:5432/app'],
      ['postgres://h.example.com/app?host=q.example.com', 'q.example.com:5432/app'],
      ['mysql://h.example.com/app', 'h.example.com:3306/app'],
      ['sqlite:///app.db', 'app.db/'],
      ['postgres:///app', `${socket}:5432/app`],
    ],
  ],
  [
    prisma,
    [
      ['postgresql://u:p@h.example.com/app?schema=public', 'u@h.example.com:5432/app'],
      ['postgresql://u@localhost/app?host=/run/pg', 'u@/run/pg:5432/app'],
      ['mysql://u:p@h.example.com/app', 'u@h.example.com:3306/app'],
      ['file:./dev.db', './dev.db/'],
      ['prisma+postgres://accelerate.example.com/?api_key=x', 'accelerate.example.com:443/'],
    ],
  ],
  [
    jdbc,
    [
      ['jdbc:postgresql://h.example.com/app?user=u&password=x', 'u@h.example.com:5432/app'],
      ['jdbc:postgresql:app', 'localhost:5432/app'],
      [
        'jdbc:postgresql://a.example.com:1,b.example.com:2/app',
        'a.example.com,b.example.com:1/app',
      ],
      ['jdbc:mysql://h.example.com/app?useSSL=false', 'h.example.com:3306/app'],
      [
        'jdbc:mysql:replication://a.example.com,b.example.com/app',
        'a.example.com,b.example.com:3306/app',
      ],
      ['jdbc:mysql://address=(host=h.example.com)(port=3307)/app', 'h.example.com:3307/app'],
      ['jdbc:mariadb://u:p@h.example.com:3307/app', 'u@h.example.com:3307/app'],
      [
        'jdbc:sqlserver://h.example.com\\inst:1434;databaseName=app;user=sa',
        'sa@h.example.com:1434/app',
      ],
      ['jdbc:sqlserver://;serverName=h.example.com;database=app', 'h.example.com:1433/app'],
      ['jdbc:jtds:sqlserver://h.example.com:1434/app;user=sa', 'sa@h.example.com:1434/app'],
      ['jdbc:oracle:thin:u/p@//h.example.com:1522/app', 'u@h.example.com:1522/app'],
      ['jdbc:oracle:thin:@h.example.com:1522:app', 'h.example.com:1522/app'],
      [
        'jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h.example.com)(PORT=1522))(CONNECT_DATA=(SERVICE_NAME=app)))',
        'h.example.com:1522/app',
      ],
      ['jdbc:oracle:thin:@SALES', 'names its place by an alias'],
      ['jdbc:sqlite:app.db', 'app.db/'],
      ['jdbc:sqlite::memory:', ':memory:/'],
      ['jdbc:h2:mem:test', ':memory:/'],
      ['jdbc:h2:tcp://h.example.com/~/app', 'h.example.com:9092/~/app'],
      ['jdbc:nothing://h.example.com', 'driver is not a known one'],
    ],
  ],
  [
    sqlServer,
    [
      ['mssql://sa:p@h.example.com/app', 'sa@h.example.com:1433/app'],
      ['sqlserver://sa:p@h.example.com:1434?database=app', 'sa@h.example.com:1434/app'],
      [
        'sqlserver://h.example.com:1434;database=app;user=sa;password=p@x',
        'sa@h.example.com:1434/app',
      ],
    ],
  ],
  [
    adoNet,
    [
      [
        'Server=tcp:h.example.com,1434;Initial Catalog=app;User ID=sa;Password=x',
        'sa@h.example.com:1434/app',
      ],
      ['Data Source=.\\SQLEXPRESS;Database=app;Integrated Security=true', 'localhost:1433/app'],
      ['Host=h.example.com;Port=6000;Database=app;Username=u', 'u@h.example.com:6000/app'],
      ['Server=h.example.com;Port=3307;Database=app;Uid=u', 'u@h.example.com:3307/app'],
      ['Data Source=app.db;Cache=Shared', 'app.db/'],
      ['Server=h.example.com;Password="a;Server=x";Database=app', 'h.example.com:1433/app'],
    ],
  ],
  [
    clickhouse,
    [
      ['clickhouse://u:p@h.example.com/app', 'u@h.example.com:9000/app'],
      ['clickhouse://a.example.com:1,b.example.com:2/app', 'a.example.com,b.example.com:1/app'],
      ['clickhouse+https://h.example.com/app', 'h.example.com:8443/app'],
    ],
  ],
  [
    sqlite,
    [
      ['sqlite:///app.db?mode=ro', 'app.db/'],
      ['file:app?mode=memory', ':memory:/'],
    ],
  ],
  [
    genericUrl,
    [
      ['cockroachdb://u:p@h.example.com/app', 'u@h.example.com:26257/app'],
      ['neo4j+s://h.example.com', 'h.example.com:7687/'],
      ['cockroachdb://u:p@ss@h.example.com/app', 'Clients read this URL in different ways'],
      ['cockroachdb://u:p/ss@h.example.com/app', 'Clients read this URL in different ways'],
    ],
  ],
];

for (const [grammar, cases] of table)
  describe(grammar.title, () => {
    for (const [text, expected, variables] of cases)
      it(`reads ${JSON.stringify(text)} as ${expected}`, () => {
        assert.ok(grammar.accepts(text));
        const parsed = grammar.parse(new ConnectionUrl(text), contextOf(variables));
        if (parsed.kind === 'connection') assert.equal(summaryOf(parsed), expected);
        else assert.ok(parsed.reason.includes(expected), parsed.reason);
      });
  });
