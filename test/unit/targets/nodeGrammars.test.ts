import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ConnectionUrl } from '../../../src/core/targets/connectionUrl';
import type { Grammar } from '../../../src/core/targets/grammar';
import { ioredis } from '../../../src/core/targets/grammars/ioredis';
import { postgresJs } from '../../../src/core/targets/grammars/postgresJs';
import { sequelize, sequelizeCli } from '../../../src/core/targets/grammars/sequelize';
import { contextOf, summaryOf } from './context';

type Case = readonly [text: string, expected: string, variables?: Readonly<Record<string, string>>];

const libpq = { PGHOST: 'e.example.com', PGPORT: '7', PGDATABASE: 'own' };

/** As the libraries themselves answer: the differential tests ask them. */
const table: readonly (readonly [Grammar, readonly Case[]])[] = [
  [
    postgresJs,
    [
      ['postgres://u:p@h.example.com:6/app', 'u@h.example.com:6/app', libpq],
      ['postgres://h.example.com/app?host=q.example.com', 'h.example.com:5432/app'],
      ['postgres:///app', 'e.example.com:7/app', libpq],
      ['postgres://h.example.com', 'h.example.com:7/own', libpq],
      ['postgres://u@h.example.com', 'u@h.example.com:5432/u'],
      ['postgres://a.example.com:1,b.example.com/app', 'a.example.com,b.example.com:1/app'],
      ['app', 'not one that postgres.js can parse'],
    ],
  ],
  [
    sequelize,
    [
      ['postgres://h.example.com/app?host=q.example.com', 'q.example.com:5432/app'],
      ['postgres:///app', 'e.example.com:5432/app', libpq],
      ['postgres://u@h.example.com', 'u@h.example.com:5432/own', libpq],
    ],
  ],
  [
    sequelizeCli,
    [
      ['postgres://h.example.com:6/app?host=q.example.com', 'h.example.com:6/app'],
      ['postgres:///app', 'e.example.com:5432/app', libpq],
      ['postgres://h.example.com', 'not one that Sequelize CLI 6 can parse'],
    ],
  ],
  [
    ioredis,
    [
      ['rediss://:p@h.example.com:6/2', 'h.example.com:6/2'],
      ['h.example.com', 'h.example.com:6379/0'],
      ['h.example.com:6', 'h.example.com:6/0'],
      ['6380', 'localhost:6380/0'],
      ['/run/redis.sock', '/run/redis.sock/0'],
    ],
  ],
];

describe('the grammars of Node libraries', () => {
  for (const [grammar, cases] of table)
    for (const [text, expected, variables = {}] of cases)
      it(`read ${text} as ${expected} with ${Object.keys(variables).join()}: ${grammar.title}`, () => {
        const summary = summaryOf(grammar.parse(new ConnectionUrl(text), contextOf(variables)));
        assert.ok(summary.includes(expected), summary);
      });
});
