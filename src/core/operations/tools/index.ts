import type { Tool } from '../tool';
import { awsTools } from './aws';
import { azureTools } from './azure';
import { containerTools } from './containers';
import { googleTools } from './google';
import { kubernetesTools } from './kubernetes';
import { postgresTools } from './postgres';

/** The catalogue: a line per family of programs. */
export const tools: readonly Tool[] = [
  ...postgresTools,
  ...awsTools,
  ...googleTools,
  ...azureTools,
  ...kubernetesTools,
  ...containerTools,
];
