import { lineCounter, type ManifestReader } from './manifest';

/** What a project needs only through others is marked `// indirect`, and is not its own choice. */
export const goMod: ManifestReader = {
  ecosystem: 'go',
  files: /^go\.mod$/,
  read(text) {
    const lineAt = lineCounter(text);
    const requirements =
      /^[ \t]*(?:require[ \t]+)?([\w.~-]*\.[\w~-]+\/\S+)[ \t]+(v[\w.+-]+)(.*)$/gm;
    const packages = [...text.matchAll(requirements)]
      .filter(({ 3: comment = '' }) => !comment.includes('// indirect'))
      .map(({ 1: name = '', 2: version = '', index }) => ({
        name,
        version,
        line: lineAt(index),
      }));
    return { packages };
  },
};
