/** Environments, and values in them, that many comparisons share. */
export const dev = 'postgresql://app@dev.example.internal:5544/dev';
export const query = 'postgresql://localhost/app?host=query.example.com';
export const development = { NODE_ENV: 'development' };
export const production = { NODE_ENV: 'production' };
export const libpq = { PGHOST: 'pg.example.com', PGPORT: '6001', PGDATABASE: 'other' };
export const otherStages = [{ NODE_ENV: '' }, { NODE_ENV: 'test' }];
