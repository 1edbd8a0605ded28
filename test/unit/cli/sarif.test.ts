import assert from 'node:assert/strict';
import Ajv from 'ajv-draft-04';
import { describe, it } from 'mocha';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { withFolder } from '../temporaryFolder';
import { scanWith } from './scanFolder';

const formats = {
  'date-time': true,
  uri: (text: string): boolean => URL.canParse(text),
  'uri-reference': (text: string): boolean => URL.canParse(text, 'file:///'),
} as const;
const isSarif = new Ajv({ formats, strict: false, unicodeRegExp: false }).compile(schema);

const wipe = 'DELETE FROM players;\n';

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly suppressions?: readonly { readonly justification: string }[];
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
      }[];
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    },
  ];
}

async function sarifOf(cwd: string, ...paths: readonly string[]): Promise<Sarif['runs'][0]> {
  const { text } = await scanWith('--cwd', cwd, '--sarif', ...paths);
  assert.ok(isSarif(JSON.parse(text)), JSON.stringify(isSarif.errors));
  return (JSON.parse(text) as Sarif).runs[0];
}

describe('safety-catch scan --sarif', function () {
  this.timeout(30_000);

  it('follows the schema of SARIF 2.1.0, each rule listed once', async () => {
    const { results, tool } = await sarifOf('test/incidents/keepthescore/workspace', '.');
    assert.ok(results.some(({ level }) => level === 'error'));
    const ids = tool.driver.rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(results.map(({ ruleId }) => ruleId))]);
  });

  it('keeps what was reviewed, with the reason, and tells what could not be read', () => {
    const files = {
      'a b.sql': wipe.replace(/\n$/, '  -- safety-catch: reviewed it is empty\n'),
      'c.py': Buffer.from([0]),
    };
    return withFolder(files, async (cwd) => {
      const { results } = await sarifOf(cwd, '.');
      assert.deepEqual(
        results.map(({ suppressions }) => suppressions?.[0]?.justification),
        ['it is empty'],
      );
      const { uri } = results[0]!.locations[0].physicalLocation.artifactLocation;
      assert.equal(uri, 'a%20b.sql');
    });
  });

  it('is a whole document where nothing is found, and for files elsewhere', () =>
    withFolder({ 'in/a.sql': '', 'out/b.sql': wipe }, async (cwd) => {
      assert.deepEqual((await sarifOf(cwd, 'in')).results, []);
      const { results } = await sarifOf(`${cwd}/in`, '../out');
      assert.match(results[0]!.locations[0].physicalLocation.artifactLocation.uri, /^file:/);
    }));
});
