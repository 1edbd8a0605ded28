import { lineCounter, type ManifestReader } from './manifest';

export const gemfile: ManifestReader = {
  ecosystem: 'ruby',
  files: /^(Gemfile|gems\.rb)$/,
  read(text) {
    const lineAt = lineCounter(text);
    const gems = /^[ \t]*gem[ \t(]+["']([\w.-]+)["'](?:[ \t]*,[ \t]*["']([^"']+)["'])?/gm;
    const packages = [...text.matchAll(gems)].map(({ 1: name = '', 2: version, index }) => ({
      name,
      ...(version ? { version } : {}),
      line: lineAt(index),
    }));
    return { packages };
  },
};
