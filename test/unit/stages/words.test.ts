import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findEnvironmentWord } from '../../../src/core/stages/words';

const cases: Readonly<Record<string, readonly string[]>> = {
  production: [
    'prod',
    'PROD_DATABASE_URL',
    'scores_production',
    'payments-prod',
    'payments.prod',
    'prod2',
    'db1prod',
    'appProd',
    'ProdDatabase',
    'DBProd',
    'proddb',
    'produser',
    'app-prd-01',
    'live',
    'shop_live',
    'test-prod',
    'production_test',
    'prod-replica',
    'prod-backup',
  ],
  staging: [
    'staging',
    'app-stg',
    'stage2',
    'preprod',
    'pre-prod',
    'pre_production',
    'preproduction',
    'app-uat',
    'qa1',
    'preview-17',
    'dev-staging',
  ],
  development: ['dev', 'app_development', 'devel', 'devdb', 'sandbox-3', 'local_copy', 'dev-test'],
  test: ['test', 'app_test', 'testing', 'ci', 'ci-42', 'test1', 'testuser', 'appTest'],
};

const lookAlikes = [
  'product',
  'products',
  'product_catalog',
  'producer',
  'reproduction',
  'productive',
  'nonprod',
  'non-prod',
  'non_production',
  'not-prod',
  'no-prod',
  'prod-copy',
  'prodcopy',
  'production-copy',
  'copy-of-prod',
  'prod-like',
  'deliver',
  'olive',
  'liveness',
  'latest',
  'contest',
  'attestation',
  'device',
  'locale',
  'social',
  'backstage',
  'c9ci4k',
  'x7qa2zz',
  'postgres',
  'app',
  '',
  '42',
];

describe('environment words', () => {
  for (const [stage, names] of Object.entries(cases))
    for (const name of names)
      it(`reads ${stage} in ${name}`, () => assert.equal(findEnvironmentWord(name)?.stage, stage));

  for (const name of lookAlikes)
    it(`reads nothing in “${name}”`, () => assert.equal(findEnvironmentWord(name), undefined));
});
