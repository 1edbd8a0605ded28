import type { Grammar } from '../grammar';
import { parseMongodbUrl } from './mongodb';

/** The URI's own database beats `connect(db=…)`. PyMongo reads the URI, with two differences from the Node.js driver. */
export const mongoengine: Grammar = {
  id: 'mongoengine',
  title: 'MongoEngine 0.29 on PyMongo 4',
  accepts: (text) => /^mongodb(?:\+srv)?:\/\//.test(text),
  parse(url) {
    // `dbName` is not an option of PyMongo: it warns and goes on.
    const text = url.reveal().replace(/([?&])dbname=/gi, '$1appName=');
    const parsed = parseMongodbUrl(text);
    if (parsed.kind === 'invalid') return parsed;
    // `/app.users` names a collection after the database.
    const [database] = (parsed.connection.database ?? '').split('.');
    return { kind: 'connection', connection: { ...parsed.connection, database } };
  },
};
