import type { CodeLibrary } from '../analysis/codeLibrary';
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
import { mongoengine } from './python/mongoengine';
import { peewee } from './python/peewee';

/** The libraries whose calls are known, a line each. */
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
  peewee,
];
