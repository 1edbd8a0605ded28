import { dirname, join } from 'node:path';

const sources = /^(.*\/src\/(?:main|test)\/java)\//;

/** `com.acme.User` is in `com/acme/User.java`, below the folder that packages begin in. */
export function findJavaFiles(name: string, from: string, root: string): readonly string[] {
  if (name.startsWith('/')) return [name];
  const path = `${name.replaceAll('.', '/')}.java`;
  const own = sources.exec(from)?.[1];
  return own === undefined
    ? [join(root, path)]
    : [join(own, path), join(own.replace(/test\/java$/, 'main/java'), path)];
}

/** A class of the same package is in the same folder. */
export function findJavaFilesBeside(name: string, from: string): readonly string[] {
  return /^[A-Z]\w*$/.test(name) ? [join(dirname(from), `${name}.java`)] : [];
}
