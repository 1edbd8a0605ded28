import { seedFamilies } from '../incidents/famigo/families';
import { seedScoreboards } from '../incidents/keepthescore/scoreboards';
import type { RunningServers, WantedServers } from '../servers/servers';
import { createScoreTables } from './createScoreTables';

/** One night to be lived through again: its workspace, its two databases, and what to try. */
export interface Demo {
  readonly wanted: WantedServers;
  /** Connection strings of the pretend production and the pretend development database. */
  readonly urls: (servers: RunningServers) => readonly [string, string];
  readonly seed: (production: string, development: string) => Promise<void>;
  /** The variable that holds the connection string in `.env`, and the one in `dev.env`. */
  readonly variables: readonly [string, string];
  readonly note: readonly string[];
}

const keepthescore: Demo = {
  wanted: { postgres: 2 },
  urls: ({ postgres }) => [postgres[0]!, postgres[1]!],
  seed: async (production, development) => {
    for (const [url, games] of [[production, 300] as const, [development, 5] as const]) {
      await createScoreTables(url);
      await seedScoreboards(url, games);
    }
  },
  variables: ['DATABASE_URL', 'DEV_DATABASE_URL'],
  note: [
    'Pretend production holds 300 scoreboards. Open a terminal in VS Code: it is red. Why?',
    'Try in it:   python create_db.py     It says "localhost". What does it reach?',
    'Then try:    source dev.env          and look at the status bar and the terminal again.',
  ],
};

const famigo: Demo = {
  wanted: { mongodb: 2 },
  urls: ({ mongodb }) => [`${mongodb[0]!}famigo`, `${mongodb[1]!}famigo_dev`],
  seed: async (production, development) => {
    await seedFamilies(production, 300);
    await seedFamilies(development, 5);
  },
  variables: ['MONGODB_URI', 'MONGODB_URI'],
  note: [
    'Pretend production holds 300 families. Open a terminal in VS Code: it is red. Why?',
    'Try in it:   python -i shell.py      and   for family in Family.objects: family.delete()',
    'Then try:    source dev.env          and look at the status bar and the terminal again.',
  ],
};

export const demos: ReadonlyMap<string, Demo> = new Map(Object.entries({ keepthescore, famigo }));
