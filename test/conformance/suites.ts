import { commands } from './commands';
import { dotenvMatrix } from './dotenvMatrix';
import { dotenvParse } from './dotenvParse';
import { loadPrecedence } from './loadPrecedence';
import { managedHosts } from './managedHosts';
import { mongodbUri } from './mongodbUri';
import { mongoshAddress } from './mongoshAddress';
import { mysqlCliEffective } from './mysqlCliEffective';
import { pgCliEffective } from './pgCliEffective';
import { postgresUri } from './postgresUri';
import { postgresUriMatrix } from './postgresUriMatrix';
import { railsDatabaseConfig } from './railsDatabaseConfig';
import type { Suite } from './suite';
import { tunnelArgv } from './tunnelArgv';

/** One line per file of cases, in alphabetical order. */
export const suites: readonly Suite[] = [
  commands,
  dotenvMatrix,
  dotenvParse,
  loadPrecedence,
  managedHosts,
  mongodbUri,
  mongoshAddress,
  mysqlCliEffective,
  pgCliEffective,
  postgresUri,
  postgresUriMatrix,
  railsDatabaseConfig,
  tunnelArgv,
];
