import { careful } from '../careful';
import type { Grammar } from '../grammar';
import { adoNet } from './adoNet';
import { clickhouse } from './clickhouse';
import { djangoDatabaseUrl } from './djangoDatabaseUrl';
import { genericUrl } from './genericUrl';
import { ioredis } from './ioredis';
import { jdbc } from './jdbc';
import { libpq } from './libpq';
import { mongodb } from './mongodb';
import { mongoengine } from './mongoengine';
import { mysql } from './mysql';
import { nodePostgres } from './nodePostgres';
import { peewee } from './peewee';
import { postgresJs } from './postgresJs';
import { prisma } from './prisma';
import { redis } from './redis';
import { sequelize, sequelizeCli } from './sequelize';
import { sqlalchemy } from './sqlalchemy';
import { sqlite } from './sqlite';
import { sqlServer } from './sqlServer';

/**
 * The first grammar that accepts a string reads it, and the next where that one would refuse it; those of a project's
 * own clients are put before these. What reads only its own kind of string stands before what reads many.
 */
export const grammars: readonly Grammar[] = [
  mongodb,
  mongoengine,
  mysql,
  redis,
  libpq,
  nodePostgres,
  sqlite,
  jdbc,
  sqlServer,
  adoNet,
  clickhouse,
  sqlalchemy,
  prisma,
  djangoDatabaseUrl,
  peewee,
  ioredis,
  postgresJs,
  sequelize,
  sequelizeCli,
  genericUrl,
].map(careful);
