import { readOptions, shapeOf } from '../../targets/tools/toolOptions';
import type { Command } from '../command';
import { placeInContainers } from '../places/containers';
import type { CommandRule, Tool } from '../tool';

const engineRules: readonly CommandRule[] = [
  {
    id: 'docker-remove-volume',
    match: 'volume rm|remove',
    kind: 'drop',
    subject: 'the volume {*}',
  },
  {
    id: 'docker-prune-volumes',
    match: ['volume prune', 'system prune --volumes'],
    kind: 'drop',
    subject: 'every volume that no container uses',
  },
  {
    id: 'docker-prune-containers',
    match: ['system prune', 'container prune'],
    kind: 'terminate',
    reach: 'some',
    subject: 'every container that does not run',
  },
  {
    id: 'docker-remove-container',
    match: '[container] rm|remove --force|volumes',
    kind: 'terminate',
    reach: 'some',
    subject: 'the container {*}',
  },
  {
    id: 'docker-stop-container',
    match: '[container] stop|kill',
    kind: 'terminate',
    reach: 'some',
    subject: 'the container {*}',
  },
  {
    id: 'docker-remove-service',
    match: ['stack|service rm|remove|down', 'node rm --force', 'swarm leave --force'],
    kind: 'terminate',
    reach: 'some',
    subject: 'the services {*}',
  },
];

const composeRules: readonly CommandRule[] = [
  {
    id: 'compose-remove-volumes',
    match: 'down --volumes',
    kind: 'drop',
    subject: 'the volumes of the compose project {--project-name}',
    takesAll: true,
  },
  {
    id: 'compose-down',
    match: ['down !--volumes', 'stop|kill'],
    kind: 'terminate',
    reach: 'some',
    subject: 'the containers of the compose project {--project-name} {*}',
  },
  {
    id: 'compose-remove',
    match: ['rm --force', 'rm --volumes', 'rm --stop'],
    kind: 'terminate',
    reach: 'some',
    subject: 'the containers of the compose project {--project-name} {*}',
  },
  {
    id: 'compose-renew-volumes',
    match: 'up --renew-anon-volumes',
    kind: 'drop',
    reach: 'some',
    subject: 'the volumes without a name of the compose project {--project-name}',
  },
];

const leading = shapeOf('H,host c,context url connection config l,log-level');

const engineShape = {
  leading,
  own: shapeOf('t,time timeout filter signal', 'f,force v,volumes a,all s'),
};

const composeShape = {
  leading: shapeOf(
    'f,file p,project-name H,host c,context connection env-file profile project-directory ansi parallel progress',
  ),
  own: shapeOf('t,timeout rmi scale', 'f,force v,volumes s,stop V,renew-anon-volumes'),
};

/** `docker compose` takes the options of the engine in front. */
function composeOf({ args }: Command): readonly string[] | undefined {
  const { options, words } = readOptions(args, { ...leading, stopsAtWord: true });
  const [verb, ...rest] = words;
  const given = options.flatMap(({ name, value }) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  return verb === 'compose' ? ['docker-compose', ...given, ...rest] : undefined;
}

export const containerTools: readonly Tool[] = [
  {
    names: ['docker', 'podman', 'nerdctl'],
    shape: engineShape,
    rules: engineRules,
    place: placeInContainers,
    delegate: composeOf,
    delegates: ['docker-compose'],
  },
  {
    names: ['docker-compose', 'podman-compose'],
    shape: composeShape,
    rules: composeRules,
    idle: ['--dry-run'],
    place: placeInContainers,
  },
];
