import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { surveyEnvFiles } from '../../../src/project/survey';
import { memoryFiles } from './memoryFiles';

const options = { labels: [], home: '/home/me' };

describe('the survey of a workspace', () => {
  it('tells what every env file names, also those that no program loads', async () => {
    const files = memoryFiles({
      '/ws/.env': 'DATABASE_URL=postgresql://localhost/app',
      '/ws/.env.production': '# live\nDATABASE_URL=postgresql://db-prod.example.com/app',
      '/ws/.env.example': 'DATABASE_URL=postgresql://db-prod.example.com/app',
      '/ws/apps/api/.env': 'PORT=1',
      '/ws/node_modules/x/.env': 'DATABASE_URL=postgresql://db-prod.example.com/app',
      '/ws/secret/.env': 'DATABASE_URL=postgresql://db-prod.example.com/app',
      '/ws/broken/.env': { unreadable: 'holds binary data' },
    });
    const survey = await surveyEnvFiles(files, '/ws', {
      ...options,
      exclude: { '**/secret': true },
    });
    assert.ok(survey.isComplete);
    assert.deepEqual(
      survey.files.map(({ path, targets, problems }) => [
        path,
        ...targets.map(({ stage, target }) => `${stage} ${target.origin.line}`),
        ...problems.map(({ message }) => message),
      ]),
      [
        ['/ws/.env', 'development 1'],
        ['/ws/.env.production', 'production 2'],
        ['/ws/broken/.env', 'holds binary data'],
        ['/ws/apps/api/.env'],
      ],
    );
  });

  it('ends at once when it is cancelled', async () => {
    const files = memoryFiles({ '/ws/.env': 'DATABASE_URL=postgresql://localhost/app' });
    const survey = await surveyEnvFiles(files, '/ws', { ...options, signal: AbortSignal.abort() });
    assert.deepEqual(survey, { files: [], isComplete: false });
  });
});
