/** How a program in a language refuses to go on outside of development. `{name}` and `{value}` stand for the variable. */
export interface EnvironmentIdiom {
  /** Of editors. */
  readonly languages: readonly string[];
  readonly lines: readonly string[];
  /** The variable where nothing is known of the project's own. */
  readonly variable: string;
  /** What must be imported, and how that is seen. */
  readonly needs?: { readonly line: string; readonly seen: RegExp };
}

export const environmentIdioms: readonly EnvironmentIdiom[] = [
  {
    languages: ['python'],
    variable: 'APP_ENV',
    lines: [
      'if os.environ.get("{name}") != "{value}":',
      '    raise RuntimeError("This is for {value} only: {name} says otherwise.")',
    ],
    needs: { line: 'import os', seen: /^import os\b|^import .*, *os\b/m },
  },
  {
    languages: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
    variable: 'NODE_ENV',
    lines: [
      "if (process.env.{name} !== '{value}') {",
      "  throw new Error('This is for {value} only: {name} says otherwise.');",
      '}',
    ],
  },
  {
    languages: ['ruby'],
    variable: 'RAILS_ENV',
    lines: [
      "raise 'This is for {value} only: {name} says otherwise.' unless ENV['{name}'] == '{value}'",
    ],
  },
  {
    languages: ['php'],
    variable: 'APP_ENV',
    lines: [
      "if (getenv('{name}') !== '{value}') {",
      "    throw new RuntimeException('This is for {value} only: {name} says otherwise.');",
      '}',
    ],
  },
  {
    languages: ['shellscript'],
    variable: 'APP_ENV',
    lines: [
      '[ "${name}" = "{value}" ] || { echo "This is for {value} only: {name} says otherwise." >&2; exit 1; }',
    ],
  },
];
