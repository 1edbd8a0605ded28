import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import type { CodeFinding, FindingBinding } from '../../../../src/core/findings/codeFinding';
import { diskFiles } from '../../../../src/project/diskFiles';
import { memoryFiles } from '../memoryFiles';
import { assessIn, finding } from './assess';

const production = 'db-prod.example.com';

function assess(
  contents: Readonly<Record<string, string>>,
  file: string,
  found: CodeFinding,
): Promise<string> {
  const files = Object.entries(contents).map(([path, text]) => [`/ws/${path}`, text] as const);
  return assessIn(memoryFiles(Object.fromEntries(files)), '/ws', `/ws/${file}`, found);
}

const model = (name: string, file = 'models.py'): FindingBinding => ({
  kind: 'model',
  name,
  file: `/ws/${file}`,
});

const twoDatabases = {
  'models.py': `from peewee import Model, PostgresqlDatabase

main = PostgresqlDatabase('shop', host='${production}')
local = PostgresqlDatabase('shop', host='localhost')

class Order(Model):
    class Meta:
        database = main

class Draft(Model):
    class Meta:
        database = local
`,
  'clean.py': 'from models import Draft, Order\n',
};

describe('what a finding would reach', () => {
  it('is the database of the models, though a local one is told to drop them (keepthescore)', async () => {
    const root = resolve('test/incidents/keepthescore/workspace');
    const file = join(root, 'create_db.py');
    const bound = { kind: 'model', name: 'Game', file: join(root, 'models.py') } as const;
    const drop = finding({ kind: 'drop', system: 'postgresql', binding: bound });
    assert.equal(
      await assessIn(diskFiles, root, file, drop),
      'error db-prod.keepthescore.example production',
    );
  });

  it('is the database that the code connects to by itself (famigo)', async () => {
    const root = resolve('test/incidents/famigo/workspace');
    const file = join(root, 'fix_duplicates.py');
    const bound = { kind: 'model', name: 'Family', file: join(root, 'models.py') } as const;
    const found = finding({ system: 'mongodb', binding: bound });
    assert.equal(
      await assessIn(diskFiles, root, file, found),
      'error famigo-prod.ab1cd.mongodb.net production',
    );
  });

  it('follows each model to its own database', async () => {
    const of = (name: string): Promise<string> =>
      assess(twoDatabases, 'clean.py', finding({ binding: model(name) }));
    assert.equal(await of('Order'), `error ${production} production`);
    assert.equal(await of('Draft'), 'information localhost development');
  });

  it('follows a client to the call that makes it', async () => {
    const binding = { kind: 'client', file: '/ws/models.py', line: 4 } as const;
    assert.equal(
      await assess(twoDatabases, 'clean.py', finding({ binding })),
      'information localhost development',
    );
  });

  it('is what needs most care, where nothing picks one of several', async () => {
    assert.equal(
      await assess(twoDatabases, 'clean.py', finding()),
      `error ${production} production`,
    );
  });

  it('is a database of the system that the library is for', async () => {
    const env = `DATABASE_URL=postgresql://localhost/a\nREDIS_URL=redis://cache-prod.example.com/0\n`;
    const files = { '.env': env, 'clean.sql': '' };
    const of = (found: CodeFinding): Promise<string> => assess(files, 'clean.sql', found);
    assert.equal(await of(finding({ system: 'redis' })), 'error cache-prod.example.com production');
    assert.equal(await of(finding()), 'information localhost development');
    assert.equal(await of(finding({ system: 'mongodb' })), 'warning nowhere unknown');
  });

  it('follows the routers of Django, from any file of an app', async () => {
    const database = (host: string): string =>
      `{"ENGINE": "django.db.backends.postgresql", "NAME": "a", "HOST": "${host}"}`;
    const files = {
      'manage.py': `import os, sys
from django.core.management import execute_from_command_line
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")
execute_from_command_line(sys.argv)
`,
      'requirements.txt': 'Django==5.2\n',
      'site/settings.py': `DATABASES = {"default": ${database('localhost')}, "old": ${database(production)}}
DATABASE_ROUTERS = ["site.routers.Old"]
`,
      'site/routers.py': `class Old:
    def db_for_write(self, model, **hints):
        return "old" if model._meta.app_label == "archive" else None
`,
      'archive/models.py':
        'from django.db import models\n\nclass Letter(models.Model):\n    pass\n',
      'shop/models.py': 'from django.db import models\n\nclass Item(models.Model):\n    pass\n',
      'shop/views.py': 'from archive.models import Letter\nfrom shop.models import Item\n',
    };
    const of = (binding: FindingBinding): Promise<string> =>
      assess(files, 'shop/views.py', finding({ binding }));
    assert.equal(await of(model('Letter', 'archive/models.py')), `error ${production} production`);
    assert.equal(await of(model('Item', 'shop/models.py')), 'information localhost development');
  });

  it('is read in the folder that is set up by itself', async () => {
    const connect = `import os, psycopg\npsycopg.connect(os.environ["DATABASE_URL"])\n`;
    const files = {
      '.env': 'DATABASE_URL=postgresql://localhost/a\n',
      'api/requirements.txt': 'psycopg\npython-dotenv\n',
      'api/main.py': `from dotenv import load_dotenv\nload_dotenv()\n${connect}`,
      'api/.env': `DATABASE_URL=postgresql://${production}/a\n`,
      'api/jobs/clean.py': connect,
    };
    assert.equal(
      await assess(files, 'api/jobs/clean.py', finding()),
      `error ${production} production`,
    );
  });

  it('leaves what a run uses only when it is told to aside', async () => {
    const env = `DATABASE_URL=postgresql://localhost/a\nPROD_DATABASE_URL=postgresql://${production}/a\n`;
    assert.equal(
      await assess({ '.env': env, 'a.sql': '' }, 'a.sql', finding()),
      'information localhost development',
    );
  });

  it('is unknown, and amber, where nothing names a database', async () => {
    assert.equal(await assess({ 'a.sql': '' }, 'a.sql', finding()), 'warning nowhere unknown');
  });

  it('is quiet for one record, and for what is known by its name alone', async () => {
    const env = { '.env': `DATABASE_URL=postgresql://${production}/a\n`, 'a.sql': '' };
    for (const more of [{ reach: 'one' }, { confidence: 'possible' }] as const)
      assert.equal(
        await assess(env, 'a.sql', finding(more)),
        `information ${production} production`,
      );
  });
});
