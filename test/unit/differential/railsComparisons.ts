import { given, type Comparison } from './comparison';
import { dev, libpq } from './environments';

const query = 'postgresql://localhost/app?host=query.example.com&port=6002';
const production = { RAILS_ENV: 'production' };
const staging = { RAILS_ENV: 'staging', STAGING_URL: 'postgresql://staging.example.com/shop' };
const bare = { RAILS_ENV: 'bare' };

export const railsComparisons: readonly Comparison[] = [
  {
    framework: 'Rails',
    fixture: 'rails-app',
    command: 'bin/rails db:migrate',
    environments: given([
      {},
      { DB_HOST: 'env.example.com', DB_PORT: '6001' },
      { DB_HOST: '', DB_PORT: '' },
      production,
      { ...production, DB_NAME: 'mine', ...libpq },
      { RAILS_ENV: 'test', TEST_ENV_NUMBER: '2' },
      { RAILS_ENV: '', RACK_ENV: 'production' },
      { RAILS_ENV: 'other', DATABASE_URL: dev },
      { DATABASE_URL: dev },
      { DATABASE_URL: query },
      { DATABASE_URL: 'postgresql:///url' },
      { DATABASE_URL: 'postgresql://u:p%40ss@enc.example.com/a%2Db' },
      { DATABASE_URL: '' },
      { PRIMARY_DATABASE_URL: dev, DATABASE_URL: query },
      staging,
      { ...staging, DATABASE_URL: dev },
      { RAILS_ENV: 'staging', DATABASE_URL: dev },
      { RAILS_ENV: 'staging' },
      { ...bare, ...libpq },
    ]),
  },
  {
    framework: 'Rails',
    fixture: 'rails-app',
    command: 'bin/rails db:migrate RAILS_ENV=production',
    environments: given([{ RAILS_ENV: 'test' }]),
  },
  {
    framework: 'Rails',
    fixture: 'rails-app',
    command: 'bin/rails dbconsole -e production',
    environments: given([{}, { RAILS_ENV: 'staging' }, { DATABASE_URL: dev }]),
  },
  {
    framework: 'Rails',
    fixture: 'rails-databases',
    command: 'bin/rails db:migrate',
    environments: given([
      {},
      production,
      { ...production, DATABASE_URL: dev },
      { ...production, PRIMARY_DATABASE_URL: dev, DATABASE_URL: query },
      { ...production, EVENTS_DATABASE_URL: dev },
    ]),
  },
  ...['bin/rails db:migrate:events', 'bin/rails dbconsole --database events'].map((command) => ({
    framework: 'Rails',
    fixture: 'rails-databases',
    command,
    environments: given([
      {},
      production,
      { ...production, EVENTS_URL: 'postgresql://url.example.com/events' },
      { ...production, EVENTS_DATABASE_URL: dev },
    ]),
  })),
  {
    framework: 'Rails',
    fixture: 'rails-dotenv',
    command: 'bin/rails db:migrate',
    environments: given([
      {},
      production,
      { ...production, DATABASE_URL: dev },
      { RAILS_ENV: 'test', TEST_HOST: 'test.example.com' },
      { RAILS_ENV: '' },
    ]),
  },
];
