import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isWatched, watchedVariables } from '../../../src/core/environment/watchedVariables';

describe('watched variables', () => {
  it('are those that can decide a database', () => {
    const names =
      'DATABASE_URL PGHOST PGSERVICE DB_HOST MONGODB_URI MONGO_URL MYSQL_HOST MARIADB_PORT REDIS_URL POSTGRES_DB ' +
      'FLASK_ENV DJANGO_SETTINGS_MODULE NODE_ENV RAILS_ENV APP_ENV ENVIRONMENT SPRING_DATASOURCE_URL ' +
      'SPRING_PROFILES_ACTIVE DOTENV_CONFIG_PATH AWS_PROFILE KUBECONFIG DOCKER_HOST PRISMA_SCHEMA_URL';
    assert.deepEqual(
      names.split(' ').filter((name) => !isWatched(name)),
      [],
    );
  });

  it('are few of those that a shell has anyway', () => {
    const names =
      'PATH HOME USER SHELL TERM PWD LANG EDITOR SSH_AUTH_SOCK GITHUB_TOKEN AWS_SECRET_ACCESS_KEY XDG_CONFIG_HOME';
    assert.deepEqual(names.split(' ').filter(isWatched), []);
  });

  it('are patterns that every hook can match, by names that the bash hook lists', () => {
    for (const pattern of watchedVariables) assert.match(pattern, /^[A-Z*][A-Za-z0-9_*]*$/);
    assert.equal(new Set(watchedVariables).size, watchedVariables.length);
  });
});
