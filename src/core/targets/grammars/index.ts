import type { Grammar } from '../grammar';
import { mongodb } from './mongodb';
import { mongoengine } from './mongoengine';
import { mysql } from './mysql';
import { redis } from './redis';

/** The first grammar that accepts a string reads it; those of a project's own clients are put before these. */
export const grammars: readonly Grammar[] = [mongodb, mongoengine, mysql, redis];
