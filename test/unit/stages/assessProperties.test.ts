import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { stagesBySeverity, type Stage } from '../../../src/core/stages/stage';
import type { Endpoint, Target } from '../../../src/core/targets/target';
import { label, targetOf, tcp, verdictOf } from './facts';

const word = fc.constantFrom('prod', 'staging', 'dev', 'test', 'app', 'nonprod', 'x7', '');
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
const host = fc.oneof(
  fc.constantFrom('localhost', '127.0.0.1', '::1', 'db', '10.1.2.3', 'host.docker.internal'),
  name.map((first) => `${first}.example.com`),
  name.map((first) => `${first}.ab12cd.eu-west-1.rds.amazonaws.com`),
  fc.string(),
);
const endpoint: fc.Arbitrary<Endpoint> = fc.oneof(
  host.map((own) => tcp(own)),
  host.map((own) => ({ kind: 'srv', host: own }) as const),
  name.map((file) => ({ kind: 'file', path: `/data/${file}.db` }) as const),
  fc.constant({ kind: 'memory' } as const),
  name.map((path) => ({ kind: 'socket', path: `/run/${path}` }) as const),
);
const target: fc.Arbitrary<Target> = fc
  .record({
    endpoints: fc.array(endpoint, { maxLength: 3 }),
    database: fc.option(name, { nil: undefined }),
    user: fc.option(name, { nil: undefined }),
    via: fc.option(name, { nil: undefined }),
    origin: name.map((own) => ({ kind: 'file', name: own, file: `/app/.env.${own}` }) as const),
  })
  .map((parts) => targetOf('', parts));
const stage = fc.constantFrom<Stage[]>('production', 'staging', 'development', 'test');

const severity = (own: Stage): number => -stagesBySeverity.indexOf(own);

describe('assess, for any target', () => {
  it('gives a stage with reasons', () => {
    fc.assert(
      fc.property(target, (own) => {
        const { reasons } = verdictOf(own);
        assert.ok(reasons.length > 0 && reasons.every(({ text, rule }) => text && rule));
      }),
    );
  });

  it("never asks for less care because of a folder's label", () => {
    fc.assert(
      fc.property(target, stage, (own, labelled) => {
        const labels = [label('*', labelled, 'folder')];
        const [before, after] = [verdictOf(own), verdictOf(own, { labels })];
        assert.ok(severity(after.stage) >= severity(before.stage));
      }),
    );
  });

  it('never calls anything safe while a stronger source cannot be read', () => {
    const doubts = [{ file: '/app/.env.local', message: 'may not be read by this user' }];
    fc.assert(
      fc.property(target, stage, (own, labelled) => {
        const verdict = verdictOf({ ...own, doubts }, { labels: [label('*', labelled)] });
        assert.ok(['production', 'unknown'].includes(verdict.stage));
      }),
    );
  });

  it('never asks for less care because of one more host', () => {
    fc.assert(
      fc.property(target, endpoint, (own, more) => {
        fc.pre(own.endpoints.length > 0);
        const wider = { ...own, endpoints: [...own.endpoints, more] };
        assert.ok(severity(verdictOf(wider).stage) >= severity(verdictOf(own).stage));
      }),
    );
  });

  it('never goes from unknown to harmless because of a selector', () => {
    fc.assert(
      fc.property(target, name, (own, value) => {
        const before = verdictOf(own).stage;
        const after = verdictOf(own, { variables: { APP_ENV: value } }).stage;
        assert.ok(after === before || after === 'production' || after === 'staging');
      }),
    );
  });
});
