import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const plain = (name: string): string => `from dataclasses import dataclass


@dataclass
class ${name}:
    title: str
    amount: int = 0

    def total(self, rate):
        if self.amount == 0:
            return 0
        return sum(part * rate for part in range(self.amount))


def read_${name.toLowerCase()}(lines):
    rows = {}
    for line in lines:
        key, _, value = line.partition("=")
        rows[key.strip()] = ${name}(value.strip())
    return rows
`;

const models = (name: string): string => `from mongoengine import Document, IntField, StringField


class ${name}(Document):
    title = StringField(required=True)
    amount = IntField(default=0)
`;

const wipe = (name: string, from: string): string => `from ${from} import ${name}


def tidy(limit):
    for item in ${name}.objects:
        if item.amount > limit:
            item.delete()


def reset():
    ${name}.objects.delete()
`;

const script = (name: string): string => `import { readFile } from 'node:fs/promises';

const cache = new Map<string, ${name}>();

export interface ${name} {
  readonly title: string;
  readonly amount: number;
}

export async function load${name}(path: string): Promise<${name}> {
  const known = cache.get(path);
  if (known) return known;
  const found = JSON.parse(await readFile(path, 'utf8')) as ${name};
  cache.set(path, found);
  return found;
}

export function forget(path: string): void {
  cache.delete(path);
}
`;

const collection = (name: string): string => `import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGODB_URL ?? '');
const items = client.db('shop').collection('${name.toLowerCase()}');

export async function reset${name}(): Promise<void> {
  await items.deleteMany({});
}
`;

/** Of each hundred files, these are not plain code. */
function sourceOf(at: number): readonly [ending: string, text: string] {
  const name = `Item${at}`;
  switch (at % 100) {
    case 0:
      return ['.py', models(name)];
    case 1:
      return ['.py', wipe(`Item${at - 1}`, `module_${at - 1}`)];
    case 2:
      return ['.ts', collection(name)];
    default:
      return at % 3 === 0 ? ['.ts', script(name)] : ['.py', plain(name)];
  }
}

/** Python and TypeScript in folders of a hundred files; three of each hundred have to do with a database, two destroy data. */
export function writeSources(folder: string, count: number): void {
  for (let at = 0; at < count; at++) {
    const own = join(folder, `part_${Math.floor(at / 100)}`);
    if (at % 100 === 0) mkdirSync(own, { recursive: true });
    const [ending, text] = sourceOf(at);
    writeFileSync(join(own, `module_${at}${ending}`), text);
  }
}
