import { given } from './comparison';
import { dev, development } from './environments';
import type { NodeRow } from './nodeComparison';

export const prisma6: readonly NodeRow[] = [
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6',
    command: 'npx prisma migrate reset --force',
    environments: given([{}, { DATABASE_URL: dev }]),
  },
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6-direct',
    command: 'npx prisma db push',
    environments: given([{}, { DATABASE_URL: dev }, { STAGE_HOST: 'env.example.com' }]),
  },
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6-config',
    command: 'npx prisma migrate deploy',
    environments: given([{}, { APP_ENV: 'local' }, { APP_ENV: 'local', DATABASE_URL: dev }]),
  },
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6-package',
    command: 'npx prisma migrate deploy',
    environments: given([{}, { DATABASE_URL: dev }]),
  },
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6-package',
    command: 'npx prisma db push --schema db/other.prisma',
    environments: given([{}, { OTHER_HOST: 'env.example.com' }]),
  },
  {
    framework: 'Prisma 6',
    fixture: 'prisma-6-package',
    command: 'npx prisma db push --schema=sql/third.prisma',
    environments: given([{}]),
  },
];

export const prisma7: readonly NodeRow[] = [
  {
    framework: 'Prisma 7',
    fixture: 'prisma-7',
    command: 'npx prisma migrate reset --force',
    environments: given([
      {},
      development,
      { DATABASE_URL: dev },
      { SHOP_URL: dev },
      { SHOP_URL: '' },
    ]),
  },
  {
    framework: 'Prisma 7',
    fixture: 'prisma-7',
    command: 'npx prisma db push --url postgresql://words.example.com/shop',
    environments: given([development]),
  },
  {
    framework: 'Prisma 7',
    fixture: 'prisma-7-folder',
    command: 'npx prisma migrate deploy',
    environments: given([{}, { DATABASE_URL: dev }]),
  },
  {
    framework: 'Prisma 7',
    fixture: 'prisma-7-folder',
    command: 'npx prisma migrate deploy --config live.config.ts',
    environments: given([{ LIVE_URL: dev }, {}]),
  },
];
