import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readImage } from '../../../../src/core/tunnels/containerImage';
import { imageOf } from '../../../../src/project/listeners/containers';

const images: readonly (readonly [image: string, kind: string])[] = [
  ['postgres', 'server'],
  ['postgres:16-alpine', 'server'],
  ['docker.io/library/mysql:8', 'server'],
  ['registry.example.com:5000/team/mongo@sha256:0123', 'server'],
  ['timescale/timescaledb-ha:pg16', 'server'],
  ['mcr.microsoft.com/mssql/server:2022-latest', 'server'],
  ['acme/scores-postgres16', 'server'],
  ['alpine/socat', 'tunnel'],
  ['gcr.io/cloud-sql-connectors/cloud-sql-proxy:2', 'tunnel'],
  ['edoburu/pgbouncer', 'tunnel'],
  ['acme/postgres-proxy', 'tunnel'],
  ['acme/app', 'unknown'],
  ['postgres.example.com/app', 'unknown'],
];

describe('containers', () => {
  for (const [image, kind] of images)
    it(`takes ${image} for a ${kind}`, () => assert.equal(readImage(image).kind, kind));

  it('are found by the port they publish', () => {
    const list = [
      'acme/app\t',
      'postgres:16\t127.0.0.1:15432->5432/tcp, [::1]:15432->5432/tcp',
      'redis\t0.0.0.0:7000-7002->7000-7002/tcp, 6379/tcp',
    ].join('\n');
    assert.equal(imageOf(list, 15432), 'postgres:16');
    assert.equal(imageOf(list, 7001), 'redis');
    for (const port of [5432, 6379, 7003]) assert.equal(imageOf(list, port), undefined);
  });
});
