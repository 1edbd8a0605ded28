import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ids, valueOf, type DialectId, type Shell } from './read';

interface Trap {
  readonly name: string;
  readonly text: string;
  readonly shell?: Shell;
  /** What each dialect makes of DATABASE_URL; dialects that agree share a line. */
  readonly results: readonly (readonly [value: unknown, dialects: readonly DialectId[]])[];
}

const expanding = [
  'dotenv-expand-10',
  'dotenv-expand-11',
  'dotenv-expand-12',
  'dotenv-expand-1000',
] as const;
const nodeDotenv = ['dotenv', ...expanding, 'next'] as const;
const nodeBuiltIn = ['node-env-file-20', 'node-env-file-22', 'node-env-file-24', 'vite'] as const;
const python = ['python-dotenv', 'vscode-python'] as const;
const go = ['godotenv', 'godotenv-15'] as const;
const php = ['phpdotenv', 'symfony'] as const;
const verbatim = ['docker-env-file', 'django-environ', 'vscode-python'] as const;

const traps: readonly Trap[] = [
  {
    name: 'a # inside an unquoted password',
    text: 'DATABASE_URL=postgres://app:p#ss@db.example.com/app',
    results: [
      [
        'postgres://app:p',
        [
          ...nodeDotenv,
          ...nodeBuiltIn,
          'django-environ-11',
          'ruby-dotenv',
          'phpdotenv',
          'direnv-dotenv',
        ],
      ],
      [
        'postgres://app:p#ss@db.example.com/app',
        [...verbatim, 'python-dotenv', ...go, 'compose', 'symfony', 'bash-source'],
      ],
    ],
  },
  {
    name: 'a comment after a tab',
    text: 'DATABASE_URL=h\t# c',
    results: [
      [
        'h',
        [
          ...nodeDotenv,
          'node-env-file-22',
          'node-env-file-24',
          'vite',
          'python-dotenv',
          'ruby-dotenv',
          ...go,
          ...php,
          'direnv-dotenv',
          'bash-source',
        ],
      ],
      ['h\t', ['node-env-file-20', 'django-environ-11']],
      ['h\t# c', [...verbatim, 'compose']],
    ],
  },
  {
    name: 'a colon in place of =',
    text: 'DATABASE_URL: h',
    results: [
      ['h', [...nodeDotenv, 'ruby-dotenv', ...go, 'compose', 'direnv-dotenv']],
      [
        undefined,
        [...nodeBuiltIn, ...python, 'django-environ', 'django-environ-11', 'bash-source'],
      ],
      ['refused', [...php, 'docker-env-file']],
    ],
  },
  {
    name: 'backticks',
    text: 'DATABASE_URL=`h`',
    results: [
      ['h', [...nodeDotenv, ...nodeBuiltIn]],
      [
        '`h`',
        [
          ...python,
          'django-environ',
          'django-environ-11',
          'ruby-dotenv',
          ...go,
          'compose',
          ...php,
          'direnv-dotenv',
          'docker-env-file',
          'bash-source',
        ],
      ],
    ],
  },
  {
    name: '$name in single quotes',
    text: "DATABASE_URL='pa$word'",
    results: [
      ['pa', [...expanding, 'next', 'vite']],
      [
        'pa$word',
        ids.filter((id) => !['next', 'vite'].includes(id) && !id.startsWith('dotenv-expand')),
      ],
    ],
  },
  {
    name: '$name in double quotes',
    text: 'DATABASE_URL="pa$word"',
    results: [
      [
        'pa',
        [
          ...expanding,
          'next',
          'vite',
          'ruby-dotenv',
          'symfony',
          'compose',
          'direnv-dotenv',
          'bash-source',
        ],
      ],
      [
        'pa$word',
        [
          'dotenv',
          'node-env-file-20',
          'node-env-file-22',
          'node-env-file-24',
          ...python,
          'django-environ',
          'django-environ-11',
          ...go,
          'phpdotenv',
          'docker-env-file',
        ],
      ],
    ],
  },
  {
    name: '\\n in double quotes',
    text: 'DATABASE_URL="a\\nb"',
    results: [
      [
        'a\nb',
        [...nodeDotenv, ...nodeBuiltIn, ...python, ...go, 'compose', ...php, 'direnv-dotenv'],
      ],
      [
        'a\\nb',
        ['django-environ', 'django-environ-11', 'ruby-dotenv', 'docker-env-file', 'bash-source'],
      ],
    ],
  },
  {
    name: 'a byte order mark',
    text: '\uFEFFDATABASE_URL=h',
    results: [
      ['h', [...nodeDotenv, ...python, 'ruby-dotenv', 'compose', 'phpdotenv', 'docker-env-file']],
      [undefined, [...nodeBuiltIn, 'django-environ', 'django-environ-11', 'bash-source']],
      ['refused', [...go, 'symfony', 'direnv-dotenv']],
    ],
  },
  {
    name: 'a quote that is never closed',
    text: 'DATABASE_URL="h\nOTHER=x',
    results: [
      [
        '"h',
        [
          ...nodeDotenv,
          ...nodeBuiltIn,
          'vscode-python',
          'django-environ',
          'django-environ-11',
          'ruby-dotenv',
          'direnv-dotenv',
          'docker-env-file',
        ],
      ],
      [undefined, ['python-dotenv', 'phpdotenv', 'bash-source']],
      ['refused', [...go, 'compose', 'symfony']],
    ],
  },
  {
    name: 'text after the closing quote',
    text: "DATABASE_URL='h'x",
    results: [
      ["'h'x", [...nodeDotenv, ...verbatim, 'django-environ-11', 'ruby-dotenv', 'direnv-dotenv']],
      ['h', [...nodeBuiltIn, ...go, 'compose']],
      ['hx', ['symfony', 'bash-source']],
      [undefined, ['python-dotenv']],
      ['refused', ['phpdotenv']],
    ],
  },
  {
    name: 'a name alone, which the shell sets',
    text: 'DATABASE_URL\n',
    shell: { env: { DATABASE_URL: 'h' } },
    results: [
      ['h', ['compose', 'docker-env-file']],
      [null, ['python-dotenv', 'phpdotenv']],
      ['', ['ruby-dotenv']],
      [
        undefined,
        [
          ...nodeDotenv,
          ...nodeBuiltIn,
          'vscode-python',
          'django-environ',
          'django-environ-11',
          'bash-source',
        ],
      ],
      ['refused', ['symfony', 'direnv-dotenv', ...go]],
    ],
  },
  {
    name: 'a reference to a later line',
    text: 'DATABASE_URL=pg://${DB_HOST}/app\nDB_HOST=local',
    results: [
      ['pg://local/app', [...expanding, 'next', 'vite']],
      [
        'pg:///app',
        [
          'python-dotenv',
          'vscode-python',
          'ruby-dotenv',
          ...go,
          'compose',
          'symfony',
          'direnv-dotenv',
          'bash-source',
        ],
      ],
      [
        'pg://${DB_HOST}/app',
        [
          'dotenv',
          'node-env-file-20',
          'node-env-file-22',
          'node-env-file-24',
          'django-environ',
          'django-environ-11',
          'phpdotenv',
          'docker-env-file',
        ],
      ],
    ],
  },
  {
    name: 'a default for a variable that is not set',
    text: 'DATABASE_URL=pg://${DB_HOST:-local}/app',
    results: [
      [
        'pg://local/app',
        [
          ...expanding,
          'next',
          'vite',
          'python-dotenv',
          'symfony',
          'compose',
          'direnv-dotenv',
          'bash-source',
        ],
      ],
      ['pg://:-local}/app', ['ruby-dotenv', ...go]],
      [
        'pg://${DB_HOST:-local}/app',
        [
          'dotenv',
          'node-env-file-20',
          'node-env-file-22',
          'node-env-file-24',
          'vscode-python',
          'django-environ',
          'django-environ-11',
          'phpdotenv',
          'docker-env-file',
        ],
      ],
    ],
  },
  {
    name: 'a default for an empty variable',
    text: 'DATABASE_URL=pg://${DB_HOST:-local}/app',
    shell: { env: { DB_HOST: '' } },
    results: [
      ['pg:///app', ['python-dotenv']],
      ['pg://local/app', ['compose', 'symfony', 'direnv-dotenv', 'bash-source', ...expanding]],
    ],
  },
  {
    name: 'a reference to what file and shell both set',
    text: 'DB_HOST=local\nDATABASE_URL=pg://${DB_HOST}/app',
    shell: { env: { DB_HOST: 'prod' } },
    results: [
      [
        'pg://prod/app',
        [
          ...expanding,
          'next',
          'vite',
          'ruby-dotenv',
          'python-dotenv',
          'symfony',
          'compose',
          'phpdotenv',
        ],
      ],
      ['pg://local/app', [...go, 'direnv-dotenv', 'bash-source', 'vscode-python']],
    ],
  },
  {
    name: 'the same where the file is to override the shell',
    text: 'DB_HOST=local\nDATABASE_URL=pg://${DB_HOST}/app',
    shell: { env: { DB_HOST: 'prod' }, override: true },
    results: [['pg://local/app', ['python-dotenv', 'ruby-dotenv']]],
  },
  {
    name: 'a name that is set twice',
    text: 'DATABASE_URL=one\nDATABASE_URL=two',
    results: [['two', ids]],
  },
  {
    name: 'a commented alternative',
    text: 'DATABASE_URL=one\n# DATABASE_URL=two\n',
    results: [['one', ids]],
  },
  {
    name: 'a command, which stays as it is written',
    text: 'DATABASE_URL="$(cat secret)"',
    results: [
      [
        '$(cat secret)',
        [
          ...nodeDotenv,
          ...nodeBuiltIn,
          'python-dotenv',
          'ruby-dotenv',
          ...go,
          'compose',
          'bash-source',
        ],
      ],
      ['$(cat secret)', ['symfony', 'phpdotenv']],
    ],
  },
  {
    name: 'an unquoted & and ?',
    text: 'DATABASE_URL=mongodb://db.example/app?retry=true&w=1',
    results: [
      [undefined, ['bash-source']],
      ['mongodb://db.example/app?retry=true&w=1', ids.filter((id) => id !== 'bash-source')],
    ],
  },
];

describe('traps of env files', () => {
  for (const { name, text, shell, results } of traps) {
    it(`reads ${name} as each program does`, () => {
      for (const [expected, dialects] of results)
        for (const id of dialects)
          assert.deepEqual(valueOf(id, text, 'DATABASE_URL', shell), expected, id);
    });
  }
});
