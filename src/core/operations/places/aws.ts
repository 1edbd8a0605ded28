import { optionValue, variableOf, type Command } from '../command';
import type { ResourcePlace } from '../resourcePlace';
import { hostOfUrl, isLocalHost } from '../../stages/localHost';
import { namesFrom } from './namedPlace';

/** Services whose variable is not called as their command is. */
const variableNames: Readonly<Record<string, string>> = {
  s3api: 'S3',
  secretsmanager: 'SECRETS_MANAGER',
  'timestream-write': 'TIMESTREAM_WRITE',
};

const sources = {
  'the profile': '--profile $AWS_PROFILE $AWS_DEFAULT_PROFILE $AWS_VAULT',
};

/** The account by its profile, or a stand-in for AWS on this machine. */
export function placeInAws(command: Command): ResourcePlace {
  const endpoint = endpointOf(command);
  if (endpoint !== undefined && isLocalHost(endpoint))
    return { provider: `the stand-in for AWS at ${endpoint}`, kind: 'local', names: [] };
  const names = namesFrom(sources, command);
  return {
    provider: 'AWS',
    kind: 'cloud',
    names: endpoint === undefined ? names : [...names, { what: 'the endpoint', name: endpoint }],
  };
}

/** The host that stands in for the service's own, if any. */
function endpointOf(command: Command): string | undefined {
  const [service = ''] = command.words;
  const name = variableNames[service] ?? service.replaceAll('-', '_').toUpperCase();
  const url =
    optionValue(command, 'endpoint-url') ??
    variableOf(command, `AWS_ENDPOINT_URL_${name}`) ??
    variableOf(command, 'AWS_ENDPOINT_URL');
  return url === undefined ? undefined : hostOfUrl(url);
}
