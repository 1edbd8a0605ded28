import { isThisMachine } from '../stages/localHost';

/** Contexts and connections that programs for one's own machine make. */
const localContext =
  /^(?:default|desktop-.+|docker-desktop|rootless|orbstack|colima(?:-.+)?|rancher-desktop|lima-.+|podman.*|minikube)$/;

/** What chooses a container engine, by the words of a command, its variables or the configuration. */
export interface EngineChoice {
  /** `ssh://me@db-1`, `tcp://db-1:2376`, `unix:///var/run/docker.sock`. */
  readonly host?: string;
  readonly context?: string;
}

/** The name of an engine that is not on this machine. */
export function remoteEngine({ host, context }: EngineChoice): string | undefined {
  if (context) return localContext.test(context) ? undefined : context;
  const [, scheme = 'tcp', place = ''] = /^(?:(\w+):\/\/)?(.*)$/.exec(host ?? '') ?? [];
  if (place === '' || /^(?:unix|npipe|fd)$/.test(scheme)) return undefined;
  const name = place.replace(/^.*@/, '').replace(/(?::\d+)?(?:\/.*)?$/, '');
  return isThisMachine(name) ? undefined : name;
}

/** The context that the configuration file of Docker has in use. */
export function contextInConfiguration(text: string): string | undefined {
  return /"currentContext"\s*:\s*"([^"]+)"/.exec(text)?.[1];
}
