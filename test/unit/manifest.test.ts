import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { commandIds, contextKeys, settingKeys } from '../../src/manifest';

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { command: string; category: string; icon: string }[];
    readonly menus: Record<string, readonly { command: string; when?: string }[]>;
    readonly configuration: {
      readonly properties: Record<
        string,
        { scope: string; markdownDescription: string; default: unknown }
      >;
    };
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const sorted = (values: Iterable<string>): string[] => [...values].sort();
const declaredSettings = Object.keys(manifest.contributes.configuration.properties);

describe('manifest', () => {
  it('declares exactly the commands that code names', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(sorted(declared), sorted(Object.values(commandIds)));
  });

  it('declares exactly the settings that code names', () => {
    const named = Object.values(settingKeys).map((key) => `safetyCatch.${key}`);
    assert.deepEqual(sorted(declaredSettings), sorted(named));
  });

  it('gives every setting a scope, a default and a description', () => {
    for (const [key, setting] of Object.entries(manifest.contributes.configuration.properties))
      assert.ok(setting.scope && setting.markdownDescription && 'default' in setting, key);
  });

  it('gives every command the category and an icon', () => {
    for (const { command, category, icon } of manifest.contributes.commands)
      assert.ok(category === 'Safety Catch' && icon, command);
  });

  it('points its menus at commands that exist, under context keys that code sets', () => {
    const known: readonly string[] = Object.values(contextKeys);
    for (const { command, when } of Object.values(manifest.contributes.menus).flat()) {
      assert.ok((Object.values(commandIds) as string[]).includes(command), command);
      for (const [key] of (when ?? '').matchAll(/safetyCatch\.\w+/g))
        assert.ok(known.includes(key), key);
    }
  });

  it('restricts only settings that exist, and keeps labels open so that an untrusted folder can raise protection', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const key of restrictedConfigurations) assert.ok(declaredSettings.includes(key), key);
    assert.ok(!restrictedConfigurations.includes('safetyCatch.labels'));
  });

  it('ships its icon', () => {
    assert.ok(existsSync(manifest.icon));
  });
});
