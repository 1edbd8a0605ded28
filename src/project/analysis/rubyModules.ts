import { dirname, join, resolve } from 'node:path';

/** `require_relative '../lib/purge'` counts from the file, `require 'purge'` from the folders of libraries. */
export function findRubyFiles(name: string, from: string, root: string): readonly string[] {
  const file = name.endsWith('.rb') ? name : `${name}.rb`;
  if (name.startsWith('/')) return [file];
  if (name.startsWith('.')) return [resolve(dirname(from), file)];
  return [join(appOf(from, root), 'lib', file)];
}

/** The folders that Rails and its users keep classes in. */
const folders = ['app/models', 'app/models/concerns', 'app/services', 'app/jobs', 'app/lib', 'lib'];

/** Rails finds constants by their names: `Admin::User` is in `admin/user.rb`. */
export function findConstantFiles(name: string, from: string, root: string): readonly string[] {
  if (!/^[A-Z]/.test(name)) return [];
  const path = `${name.split('.').map(underscored).join('/')}.rb`;
  const app = appOf(from, root);
  return [join(dirname(from), path), ...folders.map((folder) => join(app, folder, path))];
}

/** The folder that holds `app`, `lib` and the like. */
function appOf(from: string, root: string): string {
  const [, above] =
    /^(.*?)\/(?:app|lib|db|config|test|spec|script)\//.exec(from.slice(root.length)) ?? [];
  return above === undefined ? root : root + above;
}

function underscored(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
