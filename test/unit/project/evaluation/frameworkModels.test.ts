import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluate } from '../../../../src/project/evaluation/evaluate';
import { modelBindings } from '../../../../src/project/evaluation/modelBindings';
import { python } from '../../../../src/project/evaluation/pythonEvaluation';
import { memoryRequest } from './followMemory';

type Files = Readonly<Record<string, string>>;

/** Each model with its alias and the line of each of its connections: `legacy 4`. */
async function bindingsOf(files: Files, variables: Files = {}): Promise<Record<string, string>> {
  const request = { ...memoryRequest(files, variables), entry: '/ws/main.py', name: '__main__' };
  const evaluation = await evaluate(python, request);
  assert.ok(evaluation);
  return Object.fromEntries(
    modelBindings(evaluation).map(({ model, alias = '?', calls }) => [
      model,
      [alias, ...calls.map(({ line }) => line)].join(' '),
    ]),
  );
}

const main = `import os
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
django.setup()
`;

const database = '{"ENGINE": "django.db.backends.postgresql", "NAME": "a"}';
const settings = `
DATABASES = {"default": ${database}, "legacy": ${database}, "logs": ${database}}
APP_DATABASES = {"audit": "logs"}
DATABASE_ROUTERS = ["routers.Legacy", "routers.ByApp"]
`;

const routers = `
from django.conf import settings

class Legacy:
    apps = {"legacy", "archive"}

    def db_for_read(self, model, **hints):
        return "default"

    def db_for_write(self, model, **hints):
        if model._meta.app_label in self.apps:
            return "legacy"
        return None

class ByApp:
    def db_for_write(self, model, **hints):
        if hasattr(model, "use_db"):
            return model.use_db
        return settings.APP_DATABASES.get(model._meta.app_label)
`;

const model = (name: string, body = 'pass'): string =>
  `from django.db import models\n\nclass ${name}(models.Model):\n    ${body}\n`;

const django = { 'settings.py': settings, 'routers.py': routers };

describe('the database of a model of Django', () => {
  it('is the one that the first router with an answer names for writing, else the default', async () => {
    const imports = [
      'from legacy.models import Order',
      'from apps.archive.models.letter import Letter',
      'from audit.models import Entry',
      'from shop.models import Item',
    ];
    assert.deepEqual(
      await bindingsOf({
        ...django,
        'main.py': main + imports.join('\n'),
        'legacy/models.py': model('Order'),
        'apps/archive/models/letter.py': model('Letter'),
        'audit/models.py': model('Entry'),
        'shop/models.py': `${model('Item')}\nclass Price(Item):\n    use_db = "logs"\n`,
      }),
      {
        Order: 'legacy 4',
        Letter: 'legacy 4',
        Entry: 'logs 4',
        Item: 'default 4',
        Price: 'logs 4',
      },
    );
  });

  it('goes by the label that a model gives itself', async () =>
    assert.deepEqual(
      await bindingsOf({
        ...django,
        'main.py': `${main}from shop.models import Old`,
        'shop/models.py': model('Old', 'class Meta:\n        app_label = "legacy"'),
      }),
      { Old: 'legacy 4' },
    ));

  it('is the default one where there are no routers', async () =>
    assert.deepEqual(
      await bindingsOf({
        'main.py': `${main}from legacy.models import Order`,
        'settings.py': `DATABASES = {"default": ${database}, "legacy": ${database}}`,
        'legacy/models.py': model('Order'),
      }),
      { Order: 'default 4' },
    ));

  it('is the one that its manager uses, whatever the routers say', async () => {
    const text = `
from django.db import models

class LogManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().using("logs").order_by("id")

class Entry(models.Model):
    objects = LogManager()
`;
    assert.deepEqual(
      await bindingsOf({
        ...django,
        'main.py': `${main}from legacy.models import Entry`,
        'legacy/models.py': text,
      }),
      { Entry: 'logs 4' },
    );
  });

  it('may be any where a router decides by what only the running program knows', async () => {
    const random = `
import random

class Balanced:
    def db_for_write(self, model, **hints):
        return random.choice(["default", "legacy"])
`;
    assert.deepEqual(
      await bindingsOf({
        'main.py': `${main}from shop.models import Item`,
        'settings.py': settings.replace(/\[.*"\]\n$/, '["routers.Balanced"]'),
        'routers.py': random,
        'shop/models.py': model('Item'),
      }),
      { Item: '? 4 4 4' },
    );
  });

  it('is not known to a program that never reads the settings', async () =>
    assert.deepEqual(
      await bindingsOf({
        ...django,
        'main.py': 'from legacy.models import Order',
        'legacy/models.py': model('Order'),
      }),
      { Order: '?' },
    ));
});

describe('the database of a model of Flask-SQLAlchemy', () => {
  const app = `
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import create_engine

other = create_engine("postgresql://elsewhere.example.com/other")
app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql://localhost/app"
app.config["SQLALCHEMY_BINDS"] = {"users": "postgresql://users-prod.example.com/users"}
db = SQLAlchemy(app)

class Base(db.Model):
    __abstract__ = True
    __bind_key__ = "users"

class User(Base):
    pass

class Page(db.Model):
    pass
`;

  it('is that of its bind, which bases hand down, else that of the URI', async () =>
    assert.deepEqual(await bindingsOf({ 'main.py': app }), {
      Base: 'users 10',
      User: 'users 10',
      Page: '? 10',
    }));

  it('is none for a bind that the settings do not have', async () =>
    assert.deepEqual(await bindingsOf({ 'main.py': app.replace('{"users":', '{"people":') }), {
      Base: 'users',
      User: 'users',
      Page: '? 10',
    }));
});
