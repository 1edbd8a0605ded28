import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Origin } from '../../../src/core/environment/setting';
import type { Target } from '../../../src/core/targets/target';
import { describeResolution } from '../../../src/project/describe';
import type { AssessedTarget, Resolution } from '../../../src/project/resolution';

const envLine: Origin = { kind: 'file', name: 'DATABASE_URL', file: '/app/.env', line: 3 };

function target(change: Partial<Target> = {}): Target {
  return {
    system: 'postgresql',
    endpoints: [{ kind: 'tcp', host: 'db-prod.example.com', port: 5432 }],
    database: 'scores',
    origin: envLine,
    overrides: [],
    doubts: [],
    standby: false,
    ...change,
  };
}

const production: AssessedTarget = {
  target: target({
    overrides: [{ ...envLine, line: 9 }],
  }),
  stage: 'production',
  reasons: [
    { rule: 'environment-name', text: 'The host says “prod”.', origin: envLine },
    {
      rule: 'shared-label',
      text: 'The workspace labels it production.',
      origin: { kind: 'settings', name: 'labels', file: '/app/.vscode/settings.json' },
    },
  ],
};
const development: AssessedTarget = {
  target: target({
    endpoints: [{ kind: 'tcp', host: 'localhost', port: 5432 }],
    origin: { kind: 'shell', name: 'PGHOST' },
    also: [{ kind: 'window', name: 'PGDATABASE' }],
  }),
  stage: 'development',
  reasons: [{ rule: 'this-machine', text: 'localhost is this machine' }],
};

function described(change: Partial<Resolution>): string {
  return describeResolution(
    { targets: [], missing: [], problems: [], readBy: [], ...change },
    '/app',
  );
}

describe('a description of a resolution', () => {
  it('tells what a run would reach, what decides, what that overrides and why it is production', () => {
    assert.equal(
      described({ targets: [production], readBy: ['dotenv reads .env of the working folder'] }),
      `PRODUCTION: a run here would reach the PostgreSQL database scores on db-prod.example.com.
  Decided by DATABASE_URL in .env:3.
  It wins over DATABASE_URL in .env:9.

Why production
  The host says “prod”.
  The workspace labels it production (.vscode/settings.json).

How the settings are read
  dotenv reads .env of the working folder.
`,
    );
  });

  it('begins with the target that needs most care, wherever it stands', () => {
    const text = described({ targets: [development, production] });
    assert.match(text, /^PRODUCTION: a run here would reach/);
    assert.match(text, /^development: the same run would also reach .* localhost\.$/m);
    assert.match(text, /^ {2}Decided by PGHOST of the shell\.$/m);
    assert.match(text, /^ {2}A part comes from PGDATABASE, which this window was started with\.$/m);
  });

  it('tells of databases in reach that a run does not use', () => {
    const text = described({
      targets: [development, { ...production, target: target({ standby: true }) }],
    });
    assert.match(text, /^development: a run here would reach/);
    assert.match(
      text,
      /^In reach, but not used by default\n {2}PRODUCTION: the PostgreSQL database scores on db-prod\.example\.com, by DATABASE_URL in \.env:3\.$/m,
    );
  });

  it('says so where no database is known, and still tells what could not be read', () => {
    assert.equal(
      described({
        problems: [{ file: '/srv/.env', line: 2, message: 'holds binary data' }],
        missing: [
          {
            name: 'FLASK_ENV',
            expected: ['development'],
            because: 'falls back to ProductionConfig',
            origin: { kind: 'code', name: '', file: '/srv/config.py', line: 12 },
          },
        ],
      }),
      `A run here would reach no database that is known.

Should have been set
  FLASK_ENV (development): /srv/config.py:12 falls back to ProductionConfig.

Could not be read in full
  /srv/.env:2 holds binary data.
`,
    );
  });

  it('holds no value, and no character that acts on a terminal', () => {
    const text = described({
      targets: [{ ...production, target: { ...production.target, database: 'a\u001b]0;b\u0007' } }],
      readBy: ['reads \u001b[2J'],
    });
    assert.doesNotMatch(text, /hunter2/);
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f]/);
  });
});
