import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { hostOf } from '../../../src/core/targets/target';
import { resolve } from '../../../src/project/resolve';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

const files = memoryFiles({
  '/ws/compose.yaml': `services:
  db:
    image: postgres:16
    environment:
      POSTGRES_USER: me
  pool:
    image: edoburu/pgbouncer
    container_name: named-pool
  web:
    build: .
    env_file: .env.web
    environment:
      - PGHOST=db
  worker:
    image: example.com/worker
    environment: { PGHOST: "\${LIVE_HOST}" }
`,
  '/ws/.env': 'LIVE_HOST=db-prod.example.com\nDATABASE_URL=postgresql://localhost/app\n',
  '/ws/.env.web': 'PGDATABASE=scores\nPGHOST=weaker.example.com\n',
  '/ws/live.yaml': 'current-context: live\n',
  '/ws/near.yaml': 'current-context: minikube\n',
  '/ws/other.yml': 'services:\n  db:\n    image: mysql:8\n',
});

async function ask(
  command: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const settings = Object.entries({ PGUSER: 'outside', ...variables }).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const place = { cwd: '/ws', root: '/ws', home: '/home/me', labels: [], developmentVariables: [] };
  const { targets } = await resolve(testReader(files), {
    ...place,
    process: { settings },
    command,
  });
  return targets
    .map(({ target, stage }) => {
      const { database = '', via, unresolved } = target;
      const where = unresolved === undefined ? `${hostOf(target) ?? '?'}/${database}` : 'nowhere';
      return `${where}${via === undefined ? '' : ` via ${via}`} ${stage}`;
    })
    .join(', ');
}

const cases: readonly (readonly [command: string, answer: string])[] = [
  ['docker compose exec db psql -h localhost -U me scores', 'localhost/scores development'],
  ['docker compose exec web psql -U me', 'db/scores development'],
  ['docker compose run --rm web psql -h pool -U me', 'pool/scores unknown'],
  ['docker compose exec web psql -h elsewhere -U me', 'elsewhere/scores unknown'],
  ['docker compose exec worker psql -U me x', 'db-prod.example.com/x production'],
  ['docker compose exec -e PGHOST=db worker psql -U me x', 'db/x development'],
  ['docker compose exec web psql -h localhost -U me', 'localhost/scores unknown'],
  ['docker compose exec nothere psql -h localhost -U me x', 'localhost/x unknown'],
  [
    'docker compose -f other.yml exec db mysql -h localhost app',
    '/run/mysqld/mysqld.sock/app development',
  ],
  [
    'docker -H tcp://a.example.com:2375 compose exec db psql -h localhost -U me x',
    'localhost/x via the service db on a.example.com unknown',
  ],
  ['docker exec db psql -h localhost -U me x', 'localhost/x development'],
  ['docker exec ws-db-1 psql -h localhost -U me x', 'localhost/x development'],
  ['docker exec ws-worker-1 psql -U me x', 'db-prod.example.com/x production'],
  ['docker exec named-pool psql -h localhost -U me x', 'localhost/x unknown'],
  ['docker exec my-postgres psql -h localhost -U me x', 'localhost/x development'],
  [
    'docker exec my-postgres psql -h db-prod.example.com -U me x',
    'db-prod.example.com/x production',
  ],
  [
    'docker exec db-proxy psql -h localhost -U me x',
    'localhost/x via the container db-proxy unknown',
  ],
  ['docker exec api psql -h localhost -U me x', 'localhost/x via the container api unknown'],
  [
    'docker run postgres psql -h localhost -U me x',
    'localhost/x via a container of postgres unknown',
  ],
  [
    'DOCKER_HOST=ssh://db-prod docker exec db psql -h localhost -U me x',
    'localhost/x via the container db on db-prod production',
  ],
  [
    'ssh db-prod docker exec db psql -h localhost -U me x',
    'localhost/x via the container db by ssh to db-prod production',
  ],
  [
    'ssh web.example.com "psql -h localhost -U me x"',
    'localhost/x via ssh to web.example.com unknown',
  ],
  ['ssh web.example.com "psql -h db-prod.example.com -U me x"', 'db-prod.example.com/x production'],
  ['ssh web.example.com "sqlite3 app.db"', 'nowhere unknown'],
  ['ssh web.example.com "python reset.py"', 'nowhere unknown'],
  ['ssh web.example.com', 'nowhere unknown'],
  ['ssh web.example.com ls', ''],
  [
    'kubectl exec -n live api -- psql -h localhost -U me x',
    'localhost/x via kubectl exec in api, namespace live production',
  ],
  ['kubectl exec api -- ls', ''],
  [
    'kubectl exec db-0 -- psql -h localhost -U me x',
    'localhost/x via kubectl exec in db-0 unknown',
  ],
  ['kubectl exec db-0 --context kind-ws -- psql -h localhost -U me x', 'localhost/x development'],
  [
    'KUBECONFIG=live.yaml kubectl exec db-0 -- psql -h localhost -U me x',
    'localhost/x via kubectl exec in db-0, context live production',
  ],
  [
    'KUBECONFIG=near.yaml kubectl exec db-0 -- psql -h localhost -U me x',
    'localhost/x development',
  ],
];

describe('a command that runs elsewhere', () => {
  for (const [command, answer] of cases)
    it(`${command} → ${answer || 'nothing'}`, async () => assert.equal(await ask(command), answer));

  it('trusts no service of a container engine that the shell has chosen elsewhere', async () => {
    const command = 'docker compose exec db psql -h localhost -U me x';
    assert.equal(
      await ask(command, { DOCKER_HOST: 'ssh://prod.example.com' }),
      'localhost/x via the service db on prod.example.com production',
    );
    assert.equal(
      await ask(command, { DOCKER_CONTEXT: 'other' }),
      'localhost/x via the service db on other unknown',
    );
    assert.equal(
      await ask(command, { DOCKER_HOST: 'unix:///run/docker.sock' }),
      'localhost/x development',
    );
  });
});
