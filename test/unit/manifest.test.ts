import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { colourIds, commandIds, contextKeys, settingKeys, viewIds } from '../../src/manifest';

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { command: string; category: string; icon: string }[];
    readonly menus: Record<string, readonly { command: string; when?: string }[]>;
    readonly viewsContainers: Record<string, readonly { id: string; icon: string }[]>;
    readonly views: Record<string, readonly { id: string; icon: string }[]>;
    readonly viewsWelcome: readonly { view: string; contents: string; when?: string }[];
    readonly colors: readonly {
      id: string;
      description: string;
      defaults: Readonly<Record<string, string>>;
    }[];
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
        assert.ok(known.includes(key) || (Object.values(viewIds) as string[]).includes(key), key);
    }
  });

  it('declares exactly the views and the colours that code names', () => {
    const views = Object.values(manifest.contributes.views).flat();
    assert.deepEqual(sorted(views.map(({ id }) => id)), sorted(Object.values(viewIds)));
    const colours = manifest.contributes.colors.map(({ id }) => id);
    assert.deepEqual(sorted(colours), sorted(Object.values(colourIds)));
  });

  it('says what a colour is for, and what it is in every kind of theme', () => {
    const kinds = ['dark', 'highContrast', 'highContrastLight', 'light'];
    for (const { id, description, defaults } of manifest.contributes.colors)
      assert.ok(description && sorted(Object.keys(defaults)).join() === kinds.join(), id);
  });

  it('offers only commands that exist where a view is empty', () => {
    for (const { view, contents } of manifest.contributes.viewsWelcome) {
      assert.ok((Object.values(viewIds) as string[]).includes(view), view);
      for (const [, command] of contents.matchAll(/command:(safetyCatch\.\w+)/g))
        assert.ok((Object.values(commandIds) as string[]).includes(command!), command);
    }
  });

  it('restricts only settings that exist, and keeps labels open so that an untrusted folder can raise protection', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const key of restrictedConfigurations) assert.ok(declaredSettings.includes(key), key);
    assert.ok(!restrictedConfigurations.includes('safetyCatch.labels'));
  });

  it('ships its icons', () => {
    const { icon, contributes } = manifest;
    const shown = [contributes.viewsContainers, contributes.views].flatMap((all) =>
      Object.values(all).flat(),
    );
    for (const path of [icon, ...shown.map(({ icon: own }) => own)]) assert.ok(existsSync(path));
  });
});
