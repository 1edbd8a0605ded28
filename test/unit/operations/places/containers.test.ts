import { describe } from 'mocha';
import { itIsPlaced, type Placed } from './placedAt';

const configuration = '/home/user/.docker/config.json';

const cases: readonly Placed[] = [
  { line: 'docker volume rm v', place: 'machine: the name v' },
  {
    line: 'docker -H ssh://ops@db-prod.example.com volume rm v',
    place: 'cloud: the container engine db-prod.example.com, the name v',
  },
  {
    line: 'docker volume rm v',
    variables: { DOCKER_HOST: 'tcp://10.0.0.7:2376' },
    place: 'cloud: the container engine 10.0.0.7, the name v',
  },
  {
    line: 'docker volume rm v',
    variables: { DOCKER_HOST: 'db-1:2376' },
    place: 'cloud: the container engine db-1, the name v',
  },
  {
    line: 'docker volume rm v',
    variables: { DOCKER_HOST: 'unix:///run/user/1000/docker.sock' },
    place: 'machine: the name v',
  },
  {
    line: 'docker volume rm v',
    variables: { DOCKER_HOST: 'tcp://192.168.49.2:2376', MINIKUBE_ACTIVE_DOCKERD: 'minikube' },
    place: 'machine: the name v',
  },
  {
    line: 'docker volume rm v',
    variables: { DOCKER_CONTEXT: 'colima' },
    place: 'machine: the name v',
  },
  {
    line: 'docker volume rm v',
    files: { [configuration]: '{"auths":{},"currentContext": "live"}' },
    place: 'cloud: the container engine live, the name v',
  },
  {
    line: 'docker --context default volume rm v',
    files: { [configuration]: '{"currentContext": "live"}' },
    place: 'machine: the name v',
  },
  {
    line: 'docker --context live compose -p scores down',
    place: 'cloud: the container engine live, the project scores, the name scores',
  },
  {
    line: 'docker compose -f docker-compose.prod.yml stop',
    variables: { DOCKER_HOST: 'ssh://db-1' },
    place: 'cloud: the container engine db-1, the file docker-compose.prod.yml',
  },
];

describe('where containers are', () => {
  itIsPlaced(cases);
});
