import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { evaluate } from '../../../src/project/evaluation/evaluate';
import { modelBindings } from '../../../src/project/evaluation/modelBindings';
import { python } from '../../../src/project/evaluation/pythonEvaluation';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

type Files = Readonly<Record<string, string>>;

/** Each model with the places of its connection. */
async function bindingsOf(files: Files, variables: Files = {}): Promise<Record<string, string[]>> {
  const contents = Object.entries(files).map(([path, text]) => [`/ws/${path}`, text]);
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const evaluation = await evaluate(python, {
    ...testReader(memoryFiles(Object.fromEntries(contents) as Files)),
    cwd: '/ws',
    root: '/ws',
    home: '/home/me',
    process: { settings },
    entry: '/ws/main.py',
    name: '__main__',
  });
  assert.ok(evaluation);
  return Object.fromEntries(
    modelBindings(evaluation).map(({ model, calls }) => [
      model,
      calls.map(({ file = '', line }) => `${file.slice('/ws/'.length)}:${line}`),
    ]),
  );
}

const models = `
from peewee import Model, PostgresqlDatabase

live = PostgresqlDatabase("scores", host="db-prod.example.com")
archive = PostgresqlDatabase("archive", host="archive.example.com")

class Base(Model):
    class Meta:
        database = live

class Game(Base):
    class Meta:
        table_name = "games"

class Old(Base):
    class Meta:
        database = archive
`;

describe('the database that a model is bound to', () => {
  it('is that of its own Meta, else of the nearest base', async () =>
    assert.deepEqual(
      await bindingsOf({ 'main.py': 'from models import Game', 'models.py': models }),
      {
        Base: ['models.py:4'],
        Game: ['models.py:4'],
        Old: ['models.py:5'],
      },
    ));

  it('stays the same whatever database is named where the model is used', async () => {
    const main = `
from peewee import PostgresqlDatabase
from models import Game

local = PostgresqlDatabase("scores", host="localhost")
local.drop_tables([Game])
`;
    const bindings = await bindingsOf({ 'main.py': main, 'models.py': models });
    assert.deepEqual(bindings['Game'], ['models.py:4']);
  });

  it('is what a placeholder was given in the end', async () => {
    const text = `
import os
from peewee import DatabaseProxy, Model, PostgresqlDatabase, SqliteDatabase

proxy = DatabaseProxy()

class Game(Model):
    class Meta:
        database = proxy

if os.environ.get("STAGE") == "dev":
    proxy.initialize(SqliteDatabase("dev.db"))
else:
    proxy.initialize(PostgresqlDatabase("scores", host="db-prod.example.com"))
`;
    assert.deepEqual(await bindingsOf({ 'main.py': text }), { Game: ['main.py:14'] });
    assert.deepEqual(await bindingsOf({ 'main.py': text }, { STAGE: 'dev' }), {
      Game: ['main.py:12'],
    });
  });

  it('is the connection of its alias in mongoengine, and the default one without', async () => {
    const text = `
from mongoengine import Document, connect, register_connection

connect("shop", host="mongodb://localhost/shop")
register_connection("logs", host="mongodb://logs-prod.example.com/logs")

class LogBase(Document):
    meta = {"abstract": True, "db_alias": "logs"}

class Log(LogBase):
    meta = {"collection": "log"}

class Family(Document):
    pass
`;
    assert.deepEqual(await bindingsOf({ 'main.py': text }), {
      LogBase: ['main.py:5'],
      Log: ['main.py:5'],
      Family: ['main.py:4'],
    });
  });

  it('is not known for a model whose database the code does not show', async () => {
    const text = `
from peewee import Model
from elsewhere import database

class Game(Model):
    class Meta:
        database = database
`;
    assert.deepEqual(await bindingsOf({ 'main.py': text }), { Game: [] });
  });
});
