import { given, type Comparison } from './comparison';

const dev = 'postgresql://app@dev.example.internal:5544/dev';
const query = 'postgresql://localhost/app?host=query.example.com';

export const pythonComparisons: readonly Comparison[] = [
  {
    framework: 'Flask',
    fixture: 'flask-factory',
    command: 'python -m flask --app shop routes',
    environments: given([
      {},
      { FLASK_CONFIG: 'development' },
      { FLASK_CONFIG: 'production' },
      { FLASK_CONFIG: '' },
      { FLASK_ENV: 'development', FLASK_DEBUG: '1' },
      { DATABASE_URL: dev },
      { DATABASE_URL: dev, FLASK_CONFIG: 'development' },
      { DATABASE_URL: 'postgresql:///shop', PGHOST: 'pg.example.com' },
    ]),
  },
  {
    framework: 'Flask',
    fixture: 'flask-config-object',
    command: 'python app.py',
    environments: given([
      {},
      { APP_SETTINGS: 'config.DevelopmentConfig' },
      { APP_SETTINGS: 'config.Config' },
      { FLASK_ENV: 'development' },
    ]),
  },
  {
    framework: 'Flask',
    fixture: 'flask-prefixed-env',
    command: 'python app.py',
    environments: given([
      {},
      { FLASK_SQLALCHEMY_DATABASE_URI: dev },
      { FLASK_SQLALCHEMY_DATABASE_URI: `"${dev}"` },
      { SQLALCHEMY_DATABASE_URI: dev },
    ]),
  },
  {
    framework: 'Flask',
    fixture: 'flask-pyfile',
    command: 'python app.py',
    environments: given([
      {},
      { NOTES_SETTINGS: 'settings/live.cfg' },
      { NOTES_SETTINGS: 'settings/gone.cfg' },
    ]),
  },
  {
    framework: 'Flask',
    fixture: 'flask-dotenv',
    command: 'python -m flask routes',
    environments: given([{}, { DATABASE_URL: dev }, { PYTHON_DOTENV_DISABLED: '0' }]),
  },
  {
    framework: 'Django',
    fixture: 'django-settings-package',
    command: 'python manage.py showmigrations',
    environments: given([
      {},
      { DJANGO_SETTINGS_MODULE: 'shop.settings.dev' },
      { DJANGO_SETTINGS_MODULE: 'shop.settings.production' },
      { PGHOST: 'pg.example.com', PGPORT: '6001' },
    ]),
  },
  {
    framework: 'Django',
    fixture: 'django-settings-package',
    command: 'python manage.py flush --noinput --settings=shop.settings.dev',
    environments: given([{}, { DJANGO_SETTINGS_MODULE: 'shop.settings.production' }]),
  },
  ...['default', 'bare'].map((alias) => ({
    framework: 'Django',
    fixture: 'django-host-options',
    command: `python manage.py migrate --database ${alias}`,
    environments: given([{}, { PGHOST: 'pg.example.com' }, { PGPORT: '6001', PGDATABASE: 'x' }]),
  })),
  {
    framework: 'Django',
    fixture: 'django-database-url',
    command: 'python manage.py migrate',
    environments: given([
      {},
      { DATABASE_URL: dev },
      { DATABASE_URL: query },
      { DATABASE_URL: 'postgres:///app', PGHOST: 'pg.example.com' },
      { DATABASE_URL: 'postgres://%2Fcloudsql%2Fshop%3Aeu%3Alive/app' },
      { DATABASE_URL: 'postgres://u:p%40ss@enc.example.com/a%2Db' },
    ]),
  },
  {
    framework: 'Django',
    fixture: 'django-environ',
    command: 'python manage.py migrate',
    environments: given([{}, { DATABASE_URL: dev }, { DATABASE_URL: query }]),
  },
  {
    framework: 'SQLAlchemy',
    fixture: 'sqlalchemy-engine',
    command: 'python db.py',
    environments: given([
      {},
      { DATABASE_URL: dev },
      { DATABASE_URL: query },
      { DATABASE_URL: 'postgresql+psycopg2://u:p%23@enc.example.com:99/app' },
      { DATABASE_URL: 'postgresql:///app' },
      { DATABASE_URL: 'postgresql:///app', PGHOST: 'pg.example.com', PGPORT: '6001' },
      { DATABASE_URL: '', DB_HOST: 'parts.example.com' },
      { DB_HOST: '' },
    ]),
  },
  {
    framework: 'SQLAlchemy',
    fixture: 'python-idioms',
    command: 'python heroku.py',
    environments: given([
      { DATABASE_URL: 'postgres://u@one.example.com/app' },
      { DATABASE_URL: dev },
    ]),
  },
  {
    framework: 'SQLAlchemy',
    fixture: 'python-idioms',
    command: 'python quoted.py',
    environments: given([{}, { DB_PASSWORD: 'a/b@c:d' }, { DB_HOST: 'other.example.com' }]),
  },
  {
    framework: 'peewee',
    fixture: 'peewee-db-url',
    command: 'python main.py',
    environments: given([
      {},
      { DATABASE: '' },
      { DATABASE: dev },
      { DATABASE: query },
      { DATABASE: 'postgres://u@one.example.com/app?port=77' },
      { DATABASE: 'postgresql:///app', PGHOST: 'pg.example.com' },
    ]),
  },
  {
    framework: 'peewee',
    fixture: 'peewee-proxy',
    command: 'python main.py',
    environments: given([{}, { STAGE: 'live' }, { PGPORT: '6001' }]),
  },
  {
    framework: 'mongoengine',
    fixture: 'mongoengine-env',
    command: 'python db.py',
    environments: given([
      {},
      { MONGO_HOST: 'plain.example.com' },
      { MONGO_HOST: 'plain.example.com:27020' },
      { MONGO_HOST: 'mongodb://uri.example.com:27019/other' },
      { MONGO_HOST: 'mongodb://uri.example.com' },
      { MONGO_HOST: 'mongodb://a.example.com', MONGO_PORT: '27030' },
      { MONGO_PORT: '27030' },
    ]),
  },
];
