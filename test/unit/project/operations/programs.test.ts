import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProgram } from '../../../../src/project/operations/readProgram';
import { readRuns } from '../../../../src/project/runs/readRuns';
import { memoryFiles } from '../memoryFiles';
import { testReader } from '../testReader';

const models = `from mongoengine import Document, StringField

class Family(Document):
    name = StringField()

    @classmethod
    def wipe(cls):
        cls.objects.delete()
`;

const files: Readonly<Record<string, string>> = {
  '/ws/models.py': models,
  '/ws/top.py': 'from models import Family\n\nFamily.objects.delete()\n',
  '/ws/guarded.py': `from models import Family

def main():
    Family.wipe()

if __name__ == '__main__':
    main()
`,
  '/ws/imports.py': 'import top\n',
  '/ws/imports_guarded.py': 'import guarded\n',
  '/ws/unused.py':
    'from models import Family\n\ndef wipe():\n    Family.objects.delete()\n\nprint(1)\n',
  '/ws/made.py': `from models import Family

class Job:
    def __init__(self):
        self.run()

    def run(self):
        for family in Family.objects(name='x'):
            family.delete()

Job()
`,
  '/ws/handed.py':
    'import threading\nfrom models import Family\n\ndef wipe():\n    Family.drop_collection()\n\nthreading.Thread(target=wipe).start()\n',
  '/ws/loop_a.py':
    'import loop_b\n\ndef a():\n    loop_b.b()\n\nif __name__ == "__main__":\n    a()\n',
  '/ws/loop_b.py':
    'import loop_a\nfrom models import Family\n\ndef b():\n    loop_a.a()\n    Family.objects.delete()\n',
  '/ws/db.js':
    "const { MongoClient } = require('mongodb');\nconst client = new MongoClient('x');\nexports.users = () => client.db().collection('users');\n",
  '/ws/seed.js': `const { users } = require('./db');

async function reset() {
  await users().deleteMany({});
}

reset().then(() => process.exit(0));
`,
  '/ws/server.js': `const app = require('express')();
const { users } = require('./db');

app.delete('/users', async (req, res) => {
  await users().deleteMany({});
});
app.listen(3000);
`,
  '/ws/wrapped.js': `const { Router } = require('express');
const { users } = require('./db');
const wrap = (handler) => (req, res, next) => handler(req, res).catch(next);
const router = Router();

router.post('/reset', [wrap(async () => users().deleteMany({}))]);
module.exports = router;
`,
  '/ws/later.js': `const { users } = require('./db');
const wipe = async () => {
  for (const user of await users().find().toArray()) await users().deleteOne({ _id: user._id });
};
setTimeout(() => void wipe(), 10);
`,
};

const reader = testReader(memoryFiles(files));

async function read(command: string): Promise<readonly string[]> {
  const place = { cwd: '/ws', root: '/ws', home: '/home/me' };
  const runs = await readRuns({
    ...place,
    files: reader.files,
    trees: reader.trees,
    command,
    settings: [],
  });
  const found = await Promise.all(runs.map((run) => readProgram(reader, place, run)));
  return found.flat().map(({ kind, reach, subject, origin, calledFrom }) => {
    const at = [calledFrom, origin].flatMap((one) =>
      one?.file ? [`${one.file.slice(4)}:${one.line}`] : [],
    );
    return `${kind} ${reach}: ${subject} (${at.join(' → ')})`;
  });
}

const cases: readonly (readonly [why: string, command: string, ...operations: string[]])[] = [
  ['at its top', 'python top.py', 'delete all: every document of Family (top.py:3)'],
  [
    'in what it calls once it is started',
    'python guarded.py',
    'delete all: every document of Family (guarded.py:7 → models.py:8)',
  ],
  [
    'as a module',
    'python -m guarded',
    'delete all: every document of Family (guarded.py:7 → models.py:8)',
  ],
  [
    'behind a wrapper',
    'cd /ws && poetry run python top.py',
    'delete all: every document of Family (top.py:3)',
  ],
  [
    'at the top of what it imports',
    'python imports.py',
    'delete all: every document of Family (top.py:3)',
  ],
  [
    'in what makes an instance',
    'python made.py',
    'delete some: documents of Family (made.py:11 → made.py:9)',
  ],
  [
    'in a function that it hands on',
    'python handed.py',
    'drop all: the collection of Family (handed.py:7 → handed.py:5)',
  ],
  [
    'in functions that call each other',
    'python loop_a.py',
    'delete all: every document of Family (loop_a.py:7 → loop_b.py:6)',
  ],
  [
    'in an asynchronous function of another file',
    'node seed.js',
    'delete all: every document of users (seed.js:7 → seed.js:4)',
  ],
  [
    'in a loop, later',
    'node later.js',
    'delete all: every document of users (later.js:5 → later.js:3)',
  ],
  ['nothing where only another start would come there', 'python imports_guarded.py'],
  ['nothing in a function that nothing calls', 'python unused.py'],
  ['nothing in what a server does when it is asked', 'node server.js'],
  ['nothing in a handler behind a wrapper', 'node wrapped.js'],
  ['nothing in a file that is not there', 'python missing.py'],
];

describe('what a program destroys', () => {
  for (const [why, command, ...operations] of cases)
    it(`is found ${why}`, async () => {
      assert.deepEqual(await read(command), operations);
    });
});
