import { relative, sep } from 'node:path';
import picomatch from 'picomatch';

interface IgnoreRule {
  /** The folder of the file that the rule stands in. */
  readonly base: string;
  readonly matches: (path: string) => boolean;
  /** `!kept.sql` takes back what a rule before it said. */
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
}

/** What `.gitignore` files leave out, those of upper folders included. */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);

  private constructor(private readonly rules: readonly IgnoreRule[]) {}

  /** With those of a `.gitignore` in `base`, which win over these. */
  with(text: string, base: string): IgnoreRules {
    const own = text.split(/\r?\n/).flatMap((line) => parseRule(line, base) ?? []);
    return new IgnoreRules([...this.rules, ...own]);
  }

  /** A path whose folder is not ignored. */
  isIgnored(path: string, kind: 'file' | 'folder'): boolean {
    const rule = this.rules.findLast(
      ({ base, matches, isForFolders }) =>
        (kind === 'folder' || !isForFolders) && matches(relative(base, path).replaceAll(sep, '/')),
    );
    return rule !== undefined && !rule.isNegated;
  }
}

/** One line, by git's `gitignore(5)`: with a slash inside it counts from its own folder, without one at any depth. */
function parseRule(line: string, base: string): IgnoreRule | undefined {
  const [, negation = '', written = ''] = /^(!?)(.*?)(?:(?<!\\) )*$/.exec(line) ?? [];
  if (written === '' || line.startsWith('#')) return undefined;
  const isForFolders = written.endsWith('/');
  const pattern = isForFolders ? written.slice(0, -1) : written;
  const glob = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
  const matches = picomatch(glob, { dot: true, nobrace: true, noextglob: true, nonegate: true });
  return { base, matches, isNegated: negation === '!', isForFolders };
}
