import { lineCounter, type ManifestReader } from './manifest';

const longestBlock = 2000;

/** Read as text: properties and inherited versions are not followed. Packages are named `group:artifact`. */
export const pomXml: ManifestReader = {
  ecosystem: 'java',
  files: /^pom\.xml$/,
  read(text) {
    const lineAt = lineCounter(text);
    const openings = /<(dependency|parent|plugin)>/g;
    const packages = [...text.matchAll(openings)].flatMap(({ 1: kind = '', index }) => {
      const [block = ''] = text.slice(index, index + longestBlock).split(`</${kind}>`);
      const tag = (name: string): string | undefined =>
        new RegExp(`<${name}>\\s*([^<\\s]+)\\s*</${name}>`).exec(block)?.[1];
      const group = tag('groupId');
      const artifact = tag('artifactId');
      const version = tag('version');
      if (!group || !artifact) return [];
      const name = `${group}:${artifact}`;
      return [{ name, ...(version ? { version } : {}), line: lineAt(index) }];
    });
    return { packages };
  },
};

export const buildGradle: ManifestReader = {
  ecosystem: 'java',
  files: /^build\.gradle(\.kts)?$/,
  read(text) {
    const lineAt = lineCounter(text);
    const dependencies = /^[ \t]*\w+[ \t(]+["']([\w.-]+:[\w.-]+)(?::([^"'@]+))?/gm;
    const plugins = /^[ \t]*id[ \t(]+["']([\w.-]+)["'][ \t)]*(?:version[ \t(]+["']([^"']+)["'])?/gm;
    const packages = [...text.matchAll(dependencies), ...text.matchAll(plugins)].map(
      ({ 1: name = '', 2: version, index }) => ({
        name,
        ...(version ? { version } : {}),
        line: lineAt(index),
      }),
    );
    return { packages };
  },
};
