import { Client } from 'pg';

/** The tables of the keepthescore models, for machines without the Python that would make them. */
const tables = `
  create table game (id serial primary key, token varchar(255) unique not null,
    title varchar(255) not null, created_at timestamp not null);
  create table player (id serial primary key, game_id int not null references game, name varchar(255) not null);
  create table score (id serial primary key, player_id int not null references player,
    points int not null, created_at timestamp not null)`;

export async function createScoreTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(tables).finally(() => client.end());
}
