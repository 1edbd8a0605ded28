import type { CodeLibrary } from '../analysis/codeLibrary';
import { goDatabases, goMongo, goRedis } from './go/drivers';
import { gorm } from './go/gorm';
import { javaDatabases } from './java/databases';
import { springData } from './java/spring';
import { drizzle } from './javascript/drizzle';
import { knex } from './javascript/knex';
import { kysely } from './javascript/kysely';
import { mongodb } from './javascript/mongodb';
import { mongoose } from './javascript/mongoose';
import { postgres } from './javascript/postgres';
import { prisma } from './javascript/prisma';
import { redis } from './javascript/redis';
import { sequelize } from './javascript/sequelize';
import { sqlDrivers } from './javascript/sqlDrivers';
import { supabase } from './javascript/supabase';
import { typeorm } from './javascript/typeorm';
import { phpDatabases, phpMongo } from './php/drivers';
import { eloquent } from './php/eloquent';
import { alembic } from './python/alembic';
import { asyncpg } from './python/asyncpg';
import { databases } from './python/databases';
import { django } from './python/django';
import { mongoengine } from './python/mongoengine';
import { mysql } from './python/mysql';
import { peewee } from './python/peewee';
import { psycopg } from './python/psycopg';
import { pymongo } from './python/pymongo';
import { redisPy } from './python/redisPy';
import { sqlalchemy } from './python/sqlalchemy';
import { sqlite } from './python/sqlite';
import { tortoise } from './python/tortoise';
import { activeRecord } from './ruby/activeRecord';
import { rubyDatabases, rubyMongo, rubyRedis } from './ruby/clients';

/** The libraries whose calls are known, a line each. Of several that know a call, the first counts. */
export const libraries: readonly CodeLibrary[] = [
  drizzle,
  knex,
  kysely,
  mongodb,
  mongoose,
  postgres,
  prisma,
  redis,
  sequelize,
  sqlDrivers,
  supabase,
  typeorm,
  mongoengine,
  pymongo,
  peewee,
  django,
  sqlalchemy,
  tortoise,
  alembic,
  databases,
  psycopg,
  asyncpg,
  mysql,
  sqlite,
  redisPy,
  javaDatabases,
  springData,
  goDatabases,
  goMongo,
  goRedis,
  gorm,
  eloquent,
  phpDatabases,
  phpMongo,
  activeRecord,
  rubyDatabases,
  rubyMongo,
  rubyRedis,
];
