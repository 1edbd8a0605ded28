import childProcess from 'node:child_process';
import net from 'node:net';

const refusal = () => new Error('nothing is reached');

/** PostgreSQL's driver is asked itself, because it knows the name of the database. */
function refusePg({ Client }, note) {
  Client.prototype.connect = function (callback) {
    note({ host: this.host, port: this.port, database: this.database ?? null });
    if (!callback) return Promise.reject(refusal());
    process.nextTick(callback, refusal());
  };
}

/** MongoDB's, because a name of DNS stands for its hosts. */
function refuseMongodb({ MongoClient }, note) {
  MongoClient.prototype.connect = function () {
    const { hosts, srvHost } = this.options;
    const [{ host, socketPath, port } = {}] = hosts;
    note({ host: srvHost ?? host ?? socketPath, port: srvHost ? null : (port ?? null) });
    return Promise.reject(refusal());
  };
}

/** Every other driver opens a socket. */
function refuseSockets(note) {
  net.Socket.prototype.connect = function (...given) {
    const [first, second] = given.flat();
    const place = typeof first === 'object' ? first : placeOfWords(first, second);
    // A tool may talk to a helper of its own through a pipe.
    if (!place.path?.endsWith('.pipe')) note(placeOfSocket(place));
    process.nextTick(() => this.destroy(refusal()));
    return this;
  };
}

const placeOfWords = (first, host) => (isNaN(first) ? { path: first } : { port: first, host });

/** PostgreSQL's file is named after the port. */
function placeOfSocket({ host = 'localhost', port, path }) {
  const [, folder, own] = /^(.*)\/\.s\.PGSQL\.(\d+)$/.exec(path ?? '') ?? [];
  return { host: folder ?? path ?? host, port: Number(own ?? port) || null };
}

/** Prisma's command line starts its schema engine with the connection string that it has found. */
function refuseSchemaEngine(note) {
  const { spawn } = childProcess;
  childProcess.spawn = (command, args, ...rest) => {
    const at = args?.indexOf?.('--datasource') ?? -1;
    if (at < 0) return spawn(command, args, ...rest);
    const text = args[at + 1];
    const url = new URL(text.startsWith('{') ? JSON.parse(text).url : text);
    note({ host: url.hostname, port: Number(url.port || 5432), database: url.pathname.slice(1) });
    throw refusal();
  };
}

/** Has Prisma start what is here in place of engines that it would download. */
export const schemaEngine = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_QUERY_ENGINE_LIBRARY: process.execPath,
  CHECKPOINT_DISABLE: '1',
};

/** Tells each place that would be connected to, in the words of the client that has read its options. */
export function refuseConnections({ pg, mongodb }, note) {
  if (pg) refusePg(pg, note);
  if (mongodb) refuseMongodb(mongodb, note);
  refuseSockets(note);
  refuseSchemaEngine(note);
}
