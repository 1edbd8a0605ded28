import { Client } from 'pg';

/** Fills tables that `create_db.py` has made with small scoreboards: two players, one score each. */
export async function seedScoreboards(url: string, games: number): Promise<void> {
  await query(
    url,
    `with game as (
       insert into game (token, title, created_at)
       select 'token-' || n, 'Game night ' || n, now() from generate_series(1, ${games}) as n
       returning id
     ), player as (
       insert into player (game_id, name)
       select id, name from game, unnest(array['Ann', 'Ben']) as name
       returning id
     )
     insert into score (player_id, points, created_at) select id, id % 21, now() from player`,
  );
}

export async function countScoreboards(url: string): Promise<number> {
  const [row] = await query<{ count: number }>(url, 'select count(*)::int as count from game');
  return row?.count ?? 0;
}

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}
