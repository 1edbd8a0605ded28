import type { Intrinsic } from '../../../syntax/evaluation/host';
import { pythonIntrinsics } from '../../../syntax/evaluation/python/intrinsics';
import { alembic } from './alembic';
import { databaseUrls } from './databaseUrls';
import { decouple } from './decouple';
import { django } from './django';
import { djangoUrl } from './djangoUrl';
import { envReaders } from './envReaders';
import { flask } from './flask';
import { flaskExtensions } from './flaskExtensions';
import { paths } from './paths';
import { peewee } from './peewee';
import { pydantic } from './pydantic';
import { reflection } from './reflection';
import { splitSettings } from './splitSettings';
import { textFiles } from './textFiles';
import { tortoise } from './tortoise';

/** What is known of Python's own library, and of those that decide a program's databases. */
export const pythonLibraries: ReadonlyMap<string, Intrinsic> = new Map([
  ...pythonIntrinsics,
  ...[
    paths,
    textFiles,
    reflection,
    flask,
    flaskExtensions,
    django,
    djangoUrl,
    splitSettings,
    envReaders,
    decouple,
    pydantic,
    databaseUrls,
    alembic,
    peewee,
    tortoise,
  ].flatMap((rules) => Object.entries(rules)),
]);
