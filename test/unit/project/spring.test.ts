import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProperties, readYaml } from '../../../src/project/loaders/springDocuments';
import { cwd, load, type LoadCase } from './load';

const main = 'src/main/resources';
const url = (value: string): string => `spring.datasource.url=${value}\n`;

const cases: readonly (readonly [what: string, given: LoadCase, expected: string | undefined])[] = [
  [
    'application.properties in the jar',
    { files: { [`${main}/application.properties`]: url('jar') } },
    'jar',
  ],
  [
    'the shell first',
    {
      files: { [`${main}/application.properties`]: url('jar') },
      variables: { SPRING_DATASOURCE_URL: 'shell' },
    },
    'shell',
  ],
  [
    'SPRING_APPLICATION_JSON before the shell',
    {
      files: {},
      variables: {
        SPRING_DATASOURCE_URL: 'shell',
        SPRING_APPLICATION_JSON: '{"spring":{"datasource":{"url":"json"}}}',
      },
    },
    'json',
  ],
  [
    'files outside the jar before those in it',
    {
      files: {
        [`${main}/application.yml`]: 'spring: {datasource: {url: jar}}',
        'config/application.yml': 'spring: {datasource: {url: outside}}',
      },
    },
    'outside',
  ],
  [
    '.properties before .yml',
    {
      files: {
        [`${main}/application.properties`]: url('properties'),
        [`${main}/application.yml`]: 'spring.datasource.url: yml',
      },
    },
    'properties',
  ],
  [
    'no file of a profile that is not active',
    {
      files: {
        [`${main}/application-prod.properties`]: url('prod'),
        [`${main}/application.properties`]: url('base'),
      },
    },
    'base',
  ],
  [
    'the profile of the shell',
    {
      files: {
        [`${main}/application-prod.properties`]: url('prod'),
        [`${main}/application.properties`]: url('base'),
      },
      variables: { SPRING_PROFILES_ACTIVE: 'prod' },
    },
    'prod',
  ],
  [
    'the profile that a file activates',
    {
      files: {
        [`${main}/application-prod.yaml`]: 'spring.datasource.url: prod',
        [`${main}/application.properties`]: `spring.profiles.active=prod\n${url('base')}`,
      },
    },
    'prod',
  ],
  [
    'the last of several profiles',
    {
      files: {
        [`${main}/application-a.properties`]: url('a'),
        [`${main}/application-b.properties`]: url('b'),
      },
      variables: { SPRING_PROFILES_ACTIVE: 'a, b' },
    },
    'b',
  ],
  [
    'the profile `default` where none is active',
    { files: { [`${main}/application-default.properties`]: url('default') } },
    'default',
  ],
  [
    'a part of a file that is for a profile',
    {
      files: {
        [`${main}/application.yml`]:
          'spring.datasource.url: base\n---\nspring:\n  config.activate.on-profile: prod\n  datasource.url: part',
      },
      variables: { SPRING_PROFILES_ACTIVE: 'prod' },
    },
    'part',
  ],
  [
    'no part of a file that is for another profile',
    {
      files: {
        [`${main}/application.properties`]: `${url('base')}#---\nspring.config.activate.on-profile=prod\n${url('part')}`,
      },
    },
    'base',
  ],
  [
    'what a placeholder names',
    {
      files: {
        [`${main}/application.properties`]: `app.host=db.example\n${url('jdbc:postgresql://${app.host}:${PORT:5432}/x')}`,
      },
    },
    'jdbc:postgresql://db.example:5432/x',
  ],
  [
    'the shell in a placeholder',
    {
      files: { [`${main}/application.properties`]: url('${DB_HOST:localhost}') },
      variables: { DB_HOST: 'db.example' },
    },
    'db.example',
  ],
  [
    'a placeholder that nothing names as it is',
    { files: { [`${main}/application.properties`]: url('${NOPE}') } },
    '${NOPE}',
  ],
  [
    'a placeholder that names itself without end',
    { files: { [`${main}/application.properties`]: url('${spring.datasource.url}') } },
    '${spring.datasource.url}',
  ],
  [
    'an imported .env',
    {
      files: {
        [`${main}/application.properties`]: `spring.config.import=optional:file:.env[.properties]\n${url('${DB_HOST}')}`,
        '.env': 'DB_HOST=env.example',
      },
    },
    'env.example',
  ],
];

describe('Spring Boot', () => {
  for (const [what, given, expected] of cases)
    it(`reads ${what}`, async () => {
      assert.equal((await load('spring', given)).get('SPRING_DATASOURCE_URL'), expected);
    });

  it('tells file and line', async () => {
    const files = { 'application.yml': 'spring:\n  datasource:\n    url: x\n' };
    const found = (await load('spring', { files })).find('SPRING_DATASOURCE_URL');
    const file = `${cwd}/application.yml`;
    assert.deepEqual(found?.setting.origin, {
      kind: 'file',
      name: 'spring.datasource.url',
      file,
      line: 3,
    });
  });

  for (const [what, files] of [
    ['a broken file', { 'application.yml': 'a: [' }],
    [
      'an import over the network',
      { 'application.yml': 'spring.config.import: "configserver:https://c.example"' },
    ],
    ['an unreadable file', { 'application.properties': { unreadable: 'is odd' } }],
  ] as const)
    it(`puts weaker values in doubt because of ${what}`, async () => {
      const weaker = { [`${main}/application.properties`]: url('jar') };
      const environment = await load('spring', { files: { ...weaker, ...files } });
      assert.notDeepEqual(environment.find('SPRING_DATASOURCE_URL')?.doubts, []);
    });
});

describe('Java properties', () => {
  const lines: readonly (readonly [string, string, string])[] = [
    ['a.b=c', 'a.b', 'c'],
    ['  a.b : c d ', 'a.b', 'c d '],
    ['a.b c', 'a.b', 'c'],
    ['a\\:b=c', 'a:b', 'c'],
    ['a=b\\\n   c', 'a', 'bc'],
    ['a=\\u0041\\t', 'a', 'A\t'],
    ['a=b=c#d', 'a', 'b=c#d'],
    ['a', 'a', ''],
  ];
  for (const [text, name, value] of lines)
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readProperties(text).documents, [
        { properties: [{ name, value, line: 1 }] },
      ]);
    });

  it('leaves comments out', () => {
    assert.deepEqual(readProperties('# a=b\n! c=d\n\n').documents, [{ properties: [] }]);
  });

  it('flattens lists and maps of YAML', () => {
    const { documents } = readYaml('a:\n  - b\n  - c: 1\nd: null\n');
    assert.deepEqual(documents[0]?.properties, [
      { name: 'a[0]', value: 'b', line: 2 },
      { name: 'a[1].c', value: '1', line: 3 },
    ]);
  });
});
