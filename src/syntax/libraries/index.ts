import type { CodeLibrary } from '../analysis/codeLibrary';
import { mongoengine } from './python/mongoengine';
import { peewee } from './python/peewee';

/** The libraries whose calls are known, a line each. */
export const libraries: readonly CodeLibrary[] = [mongoengine, peewee];
