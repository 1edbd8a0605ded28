import { describe } from 'mocha';
import { cwd, itReads, own, type ReadCase } from './load';

const cases: readonly ReadCase[] = [
  [
    'the nearest .env upwards in python-dotenv',
    'python-dotenv',
    { files: own('/ws/.env', '/.env') },
    '/ws/.env',
  ],
  [
    'the .env above the calling file',
    'python-dotenv',
    { files: own('src/.env', '.env'), options: { folder: `${cwd}/src/api` } },
    'src/.env',
  ],
  [
    'nothing with PYTHON_DOTENV_DISABLED',
    'python-dotenv',
    { files: own('.env'), variables: { PYTHON_DOTENV_DISABLED: 'True' } },
    undefined,
  ],
  [
    '.env with PYTHON_DOTENV_DISABLED before 1.2',
    'python-dotenv',
    {
      files: own('.env'),
      variables: { PYTHON_DOTENV_DISABLED: '1' },
      options: { version: '==1.1.1' },
    },
    '.env',
  ],
  ['.env before .flaskenv', 'flask', { files: own('/ws/.env', '.flaskenv') }, '/ws/.env'],
  [
    '-e before .env in Flask',
    'flask',
    { files: own('.env', 'a.env'), options: { paths: ['a.env'] } },
    'a.env',
  ],
  [
    'nothing with FLASK_SKIP_DOTENV',
    'flask',
    { files: own('.env'), variables: { FLASK_SKIP_DOTENV: '1' } },
    undefined,
  ],
  [
    '.env with FLASK_SKIP_DOTENV=false',
    'flask',
    { files: own('.env'), variables: { FLASK_SKIP_DOTENV: 'false' } },
    '.env',
  ],
  [
    '.env before the shell in Pipenv',
    'pipenv',
    { files: own('.env'), variables: { DB: 'shell' } },
    '.env',
  ],
  [
    'the .env beside the Pipfile',
    'pipenv',
    { files: own('/ws/.env', '.env'), options: { folder: '/ws' } },
    '/ws/.env',
  ],
  [
    'PIPENV_DOTENV_LOCATION',
    'pipenv',
    { files: own('.env', 'b.env'), variables: { PIPENV_DOTENV_LOCATION: 'b.env' } },
    'b.env',
  ],
  [
    'the shell with PIPENV_DONT_LOAD_ENV',
    'pipenv',
    { files: own('.env'), variables: { DB: 'shell', PIPENV_DONT_LOAD_ENV: '1' } },
    'shell',
  ],
  [
    'the folder of manage.py in django-environ',
    'django-environ',
    { files: own('/ws/.env', '.env'), options: { folder: '/ws' } },
    '/ws/.env',
  ],
  [
    'RACK_ENV where RAILS_ENV is empty',
    'dotenv-rails',
    { files: own('.env.staging', '.env'), variables: { RAILS_ENV: '', RACK_ENV: 'staging' } },
    '.env.staging',
  ],
  [
    'the mode that rake forces',
    'dotenv-rails',
    {
      files: own('.env.test', '.env.local'),
      variables: { RAILS_ENV: 'production' },
      options: { mode: 'test' },
    },
    '.env.test',
  ],
  [
    'the file before the shell with overload',
    'ruby-dotenv',
    { files: own('.env'), variables: { DB: 'shell' }, options: { override: true } },
    '.env',
  ],
  [
    '--env of Laravel before APP_ENV',
    'laravel',
    {
      files: own('.env', '.env.staging', '.env.testing'),
      variables: { APP_ENV: 'staging' },
      options: { mode: 'testing' },
    },
    '.env.testing',
  ],
  [
    '.env of Laravel where the file of APP_ENV is missing',
    'laravel',
    { files: own('.env'), variables: { APP_ENV: 'staging' } },
    '.env',
  ],
  [
    'the second file of Symfony that APP_ENV in .env.local names',
    'symfony',
    { files: { ...own('.env', '.env.prod'), '.env.local': 'APP_ENV=prod\n' } },
    '.env.prod',
  ],
  [
    '.env.dist of Symfony where .env is missing',
    'symfony',
    { files: own('.env.dist') },
    '.env.dist',
  ],
  [
    'no .env.local in a test of Symfony',
    'symfony',
    { files: own('.env', '.env.local'), variables: { APP_ENV: 'test' } },
    '.env',
  ],
  [
    'the dump of Symfony',
    'symfony',
    {
      files: {
        ...own('.env'),
        '.env.local.php':
          "<?php\n\nreturn array (\n  'APP_ENV' => 'prod',\n  'DB' => 'it\\'s',\n);\n",
      },
    },
    "it's",
  ],
  [
    '.env where the dump of Symfony is for another stage',
    'symfony',
    {
      files: {
        ...own('.env'),
        '.env.local.php': "<?php\nreturn array (\n  'APP_ENV' => 'prod',\n  'DB' => 'dump',\n);\n",
      },
      variables: { APP_ENV: 'dev' },
    },
    '.env',
  ],
  [
    'the first of several files in godotenv',
    'godotenv',
    { files: own('a.env', 'b.env'), options: { paths: ['a.env', 'b.env'] } },
    'a.env',
  ],
  [
    'the last --env-file of compose',
    'compose',
    { files: own('.env', 'a.env', 'b.env'), options: { paths: ['a.env', 'b.env'] } },
    'b.env',
  ],
  [
    'COMPOSE_ENV_FILES',
    'compose',
    { files: own('.env', 'a.env', 'b.env'), variables: { COMPOSE_ENV_FILES: 'b.env,a.env' } },
    'a.env',
  ],
  [
    'nothing with COMPOSE_DISABLE_ENV_FILE',
    'compose',
    { files: own('.env'), variables: { COMPOSE_DISABLE_ENV_FILE: 'true' } },
    undefined,
  ],
  [
    'a comment as django-environ 0.11 did',
    'django-environ',
    { files: { '.env': 'DB=a#b' }, options: { version: '==0.11.2' } },
    'a',
  ],
];

describe('loaders of Python, Ruby, PHP, Go and compose projects', () => itReads(cases));
