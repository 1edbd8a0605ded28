import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';

const setting = new Setting('DATABASE_URL', 'postgres://app:s3cret@db.example.com/app', {
  kind: 'file',
  name: 'DATABASE_URL',
  file: '/ws/.env',
  line: 3,
});

describe('Setting', () => {
  it('gives its value to who asks for it', () => {
    assert.equal(setting.value, 'postgres://app:s3cret@db.example.com/app');
  });

  const prints: Readonly<Record<string, string>> = {
    'JSON.stringify': JSON.stringify([setting]),
    'a template literal': `${setting}`,
    'util.inspect': inspect(setting, { depth: null, showHidden: true }),
    'its own keys': Object.values({ ...setting })
      .map(String)
      .join(),
    'a structured clone': inspect(structuredClone({ ...setting }), { depth: null }),
  };
  for (const [how, printed] of Object.entries(prints)) {
    it(`keeps its value out of ${how}`, () => {
      assert.ok(!printed.includes('s3cret'));
    });
  }
});
