import { MongoClient, type Db, ObjectId } from 'mongodb';

/** Families as the models keep them, each with one member and one open invitation that refer to it. */
export async function seedFamilies(url: string, families: number): Promise<void> {
  await withDatabase(url, async (database) => {
    const ids = Array.from({ length: families }, () => new ObjectId());
    const members = ids.map((family) => ({ _id: new ObjectId(), family, name: 'Ann' }));
    const created_at = new Date();
    await database.dropDatabase();
    await database.collection('family').insertMany(
      ids.map((_id, n) => ({
        _id,
        email: `family-${n}@famigo.example`,
        name: `Family ${n}`,
        created_at,
      })),
    );
    await database.collection('member').insertMany(members);
    await database.collection('invitation').insertMany(
      members.map(({ _id, family }, n) => ({
        family,
        sender: _id,
        email: `friend-${n}@famigo.example`,
      })),
    );
  });
}

export type Collection = 'family' | 'member' | 'invitation';

export function countDocuments(url: string, collection: Collection): Promise<number> {
  return withDatabase(url, (database) => database.collection(collection).countDocuments());
}

async function withDatabase<T>(url: string, use: (database: Db) => Promise<T>): Promise<T> {
  const client = new MongoClient(url);
  try {
    return await use(client.db());
  } finally {
    await client.close();
  }
}
