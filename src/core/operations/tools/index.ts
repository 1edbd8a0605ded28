import type { Tool } from '../tool';
import { awsTools } from './aws';
import { azureTools } from './azure';
import { containerTools } from './containers';
import { databaseFileTools } from './databaseFiles';
import { diskTools } from './disks';
import { googleTools } from './google';
import { hostedDatabaseTools } from './hostedDatabases';
import { infrastructureTools } from './infrastructure';
import { interpreterTools } from './interpreters';
import { keyValueTools } from './keyValueStores';
import { kubernetesTools } from './kubernetes';
import { machineTools } from './machines';
import { migratorTools } from './migrators';
import { mongodbTools } from './mongodb';
import { mysqlTools } from './mysql';
import { nodeTools } from './node';
import { otherClients } from './otherClients';
import { otherCloudTools } from './otherClouds';
import { phpTools } from './php';
import { postgresTools } from './postgres';
import { pythonTools } from './python';
import { railsTools } from './rails';
import { secretStoreTools } from './secretStores';
import { redisTools } from './redis';
import { searchTools } from './search';
import { sqlClients } from './sqlClients';
import { storageTools } from './storage';
import { streamTools } from './streams';

/** The catalogue: a line per family of programs. */
export const tools: readonly Tool[] = [
  ...awsTools,
  ...azureTools,
  ...containerTools,
  ...databaseFileTools,
  ...diskTools,
  ...googleTools,
  ...hostedDatabaseTools,
  ...infrastructureTools,
  ...interpreterTools,
  ...keyValueTools,
  ...kubernetesTools,
  ...machineTools,
  ...migratorTools,
  ...mongodbTools,
  ...mysqlTools,
  ...nodeTools,
  ...otherClients,
  ...otherCloudTools,
  ...phpTools,
  ...postgresTools,
  ...pythonTools,
  ...railsTools,
  ...secretStoreTools,
  ...redisTools,
  ...searchTools,
  ...sqlClients,
  ...storageTools,
  ...streamTools,
];
