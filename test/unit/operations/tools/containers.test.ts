import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const stopped = 'the containers of the compose project';

const effects: readonly Effect[] = [
  ['docker volume rm pgdata', 'drop all: the volume pgdata'],
  ['docker volume prune -f', 'drop all: every volume that no container uses'],
  [
    'docker system prune -af --volumes',
    'drop all: every volume that no container uses',
    'terminate some: every container that does not run',
  ],
  ['docker system prune -a', 'terminate some: every container that does not run'],
  ['docker -H ssh://db-1 rm -fv db', 'terminate some: the container db'],
  ['docker container rm --force db web', 'terminate some: the container db web'],
  ['docker stop -t 10 db', 'terminate some: the container db'],
  ['podman kill db', 'terminate some: the container db'],
  ['docker stack rm scores', 'terminate some: the services scores'],
  ['docker swarm leave --force', 'terminate some: the services'],
  ['docker compose down -v', 'drop all!: the volumes of the compose project'],
  [
    'docker --context c compose -f a.yml -p scores down -t 30 -v',
    'drop all!: the volumes of the compose project scores',
  ],
  ['docker-compose down --rmi all --volumes', 'drop all!: the volumes of the compose project'],
  ['docker-compose -f a.yml down', `terminate some: ${stopped}`],
  ['docker compose rm -sf db', `terminate some: ${stopped} db`],
  ['docker compose stop db', `terminate some: ${stopped} db`],
  ['docker compose up -V', 'drop some: the volumes without a name of the compose project'],
];

const others: readonly string[] = [
  'docker volume ls',
  'docker volume inspect rm',
  'docker ps -a',
  'docker rm db',
  'docker rmi -f image',
  'docker image prune -a',
  'docker network rm net',
  'docker compose up -d',
  'docker compose --dry-run down -v',
  'docker compose down --help',
  'docker compose -f down.yml ps',
  'docker compose logs -f',
  'docker build -t volume .',
  'docker-compose ps',
];

describe('what commands of container engines do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
