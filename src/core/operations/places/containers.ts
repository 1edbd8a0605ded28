import {
  contextInConfiguration,
  remoteEngine,
  type EngineChoice,
} from '../../tunnels/containerEngine';
import { optionValue, variableOf, type Command } from '../command';
import type { ResourcePlace } from '../resourcePlace';
import { namesFrom } from './namedPlace';

const sources = {
  'the project': '--project-name $COMPOSE_PROJECT_NAME',
  'the file': '--file $COMPOSE_FILE',
};

/** The engine that the command, a variable or the configuration chooses; on this machine as a rule. */
export function placeInContainers(command: Command): ResourcePlace {
  const engine = remoteEngine(chosenEngine(command));
  const isInCluster = variableOf(command, 'MINIKUBE_ACTIVE_DOCKERD') !== undefined;
  if (engine === undefined || isInCluster)
    return { provider: 'the container engine', kind: 'machine', names: [] };
  const names = [{ what: 'the container engine', name: engine }, ...namesFrom(sources, command)];
  return { provider: 'the container engine', kind: 'cloud', names };
}

/** In the order of the programs: a word of the command, the host of a variable, then the context that is in use. */
function chosenEngine(command: Command): EngineChoice {
  const variable = (...names: readonly string[]): string | undefined =>
    names.map((name) => variableOf(command, name)).find(Boolean);
  const host = optionValue(command, 'host', 'url');
  const context = optionValue(command, 'context', 'connection');
  if (context ?? host) return { host, context };
  const outer = variable('DOCKER_HOST', 'CONTAINER_HOST');
  if (outer) return { host: outer };
  const named = variable('DOCKER_CONTEXT', 'CONTAINER_CONNECTION');
  return { context: named ?? contextInUse(command) };
}

function contextInUse(command: Command): string | undefined {
  const { home, readFile } = command.context;
  const folder = variableOf(command, 'DOCKER_CONFIG') ?? `${home}/.docker`;
  return contextInConfiguration(readFile(`${folder}/config.json`) ?? '');
}
