import type { Tool } from '../tool';
import { awsTools } from './aws';
import { azureTools } from './azure';
import { containerTools } from './containers';
import { googleTools } from './google';
import { hostedDatabaseTools } from './hostedDatabases';
import { interpreterTools } from './interpreters';
import { kubernetesTools } from './kubernetes';
import { migratorTools } from './migrators';
import { mongodbTools } from './mongodb';
import { mysqlTools } from './mysql';
import { nodeTools } from './node';
import { phpTools } from './php';
import { postgresTools } from './postgres';
import { pythonTools } from './python';
import { railsTools } from './rails';
import { redisTools } from './redis';
import { sqlClients } from './sqlClients';

/** The catalogue: a line per family of programs. */
export const tools: readonly Tool[] = [
  ...postgresTools,
  ...mysqlTools,
  ...sqlClients,
  ...redisTools,
  ...awsTools,
  ...googleTools,
  ...azureTools,
  ...kubernetesTools,
  ...containerTools,
  ...hostedDatabaseTools,
  ...interpreterTools,
  ...migratorTools,
  ...mongodbTools,
  ...nodeTools,
  ...phpTools,
  ...pythonTools,
  ...railsTools,
];
