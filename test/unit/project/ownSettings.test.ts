import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { hostOf } from '../../../src/core/targets/target';
import { resolve } from '../../../src/project/resolve';
import { readOwnSettings } from '../../../src/project/tools/ownSettings';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

const cases: readonly (readonly [command: string, settings: string, shell?: string])[] = [
  ['rails db:drop', ''],
  ['bin/rails db:drop -e production', 'RAILS_ENV=production'],
  ['rails console --environment=production', 'RAILS_ENV=production'],
  ['rake db:drop RAILS_ENV=production', 'RAILS_ENV=production'],
  ['rails test', 'RAILS_ENV=test'],
  ['rails test', '', 'production'],
  ['rake db:test:prepare', 'RAILS_ENV=test', 'production'],
  ['php artisan migrate:fresh', ''],
  [
    'php artisan migrate:fresh --env=production --database=shop',
    'APP_ENV=production DB_CONNECTION=shop',
  ],
  ['./artisan migrate', ''],
  ['php script.php --env=production', ''],
  ['java -jar app.jar --spring.profiles.active=prod', 'SPRING_PROFILES_ACTIVE=prod'],
  ['java -Dspring.datasource.url=jdbc:x -jar app.jar', 'SPRING_DATASOURCE_URL=jdbc:x'],
  ['./mvnw spring-boot:run -Dspring-boot.run.profiles=prod', 'SPRING_PROFILES_ACTIVE=prod'],
  ['mvn spring-boot:run -Dspring-boot.run.arguments=--server.port=1', 'SERVER_PORT=1'],
  ['./gradlew bootRun --args=--spring.profiles.active=prod', 'SPRING_PROFILES_ACTIVE=prod'],
  ['gradle bootRun --args --spring.profiles.active=prod', 'SPRING_PROFILES_ACTIVE=prod'],
  ['go run .', ''],
];

const files = {
  '/ws/Gemfile': 'gem "rails"\n',
  '/ws/config/database.yml':
    'production:\n  adapter: postgresql\n  host: db-prod.example.com\n  database: shop\ndevelopment:\n  adapter: postgresql\n  host: localhost\n  database: shop_dev\ntest:\n  adapter: postgresql\n  host: localhost\n  database: shop_test\n',
  '/laravel/composer.json': '{"require": {"laravel/framework": "^11"}}',
  '/laravel/.env': 'DB_CONNECTION=pgsql\nDB_HOST=127.0.0.1\nDB_DATABASE=shop\n',
  '/laravel/.env.production':
    'DB_CONNECTION=pgsql\nDB_HOST=db-prod.example.com\nDB_DATABASE=shop\n',
  '/spring/pom.xml':
    '<project><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>',
  '/spring/src/main/resources/application.properties':
    'spring.datasource.url=jdbc:postgresql://localhost/shop\n',
  '/spring/src/main/resources/application-prod.properties':
    'spring.datasource.url=jdbc:postgresql://db-prod.example.com/shop\n',
  '/go/go.mod': 'module example.com/app\n',
};

const resolved: readonly (readonly [folder: string, command: string, host: string])[] = [
  ['/ws', 'rails db:drop', 'localhost'],
  ['/ws', 'bin/rails db:drop -e production', 'db-prod.example.com'],
  ['/ws', 'bundle exec rake db:drop RAILS_ENV=production', 'db-prod.example.com'],
  ['/laravel', 'php artisan migrate:fresh', '127.0.0.1'],
  ['/laravel', 'php artisan migrate:fresh --env=production', 'db-prod.example.com'],
  ['/spring', './mvnw spring-boot:run', 'localhost'],
  ['/spring', 'java -jar app.jar --spring.profiles.active=prod', 'db-prod.example.com'],
  ['/go', 'DATABASE_URL=postgresql://db-prod.example.com/x go run .', 'db-prod.example.com'],
];

describe('the words of a command in place of variables', () => {
  for (const [command, settings, shell] of cases)
    it(`are ${settings || 'none'} in: ${shell ? `RAILS_ENV=${shell} ` : ''}${command}`, () => {
      const own = readOwnSettings(command.split(' '), (name) =>
        name === 'RAILS_ENV' ? shell : undefined,
      );
      assert.equal(own.map((entry) => entry.join('=')).join(' '), settings);
    });

  for (const [folder, command, host] of resolved)
    it(`lead to ${host} with: ${command}`, async () => {
      const reader = testReader(memoryFiles(files));
      const { targets } = await resolve(reader, {
        ...{ cwd: folder, root: folder, home: '/home/me', labels: [], developmentVariables: [] },
        process: { settings: [new Setting('PATH', '/bin', { kind: 'shell', name: 'PATH' })] },
        command,
      });
      assert.equal(targets[0] && hostOf(targets[0].target), host);
    });
});
