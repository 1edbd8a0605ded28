// Runs a program once for each folder and environment that is given on standard input, all in this process, and writes the
// place that each would have connected to on file descriptor 3, one JSON line each: `null` where there is none.

import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync, writeSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import timers from 'node:timers';
import { pathToFileURL } from 'node:url';
import { refuseConnections, schemaEngine } from './refuseConnections.mjs';

const { argv, scenarios } = JSON.parse(readFileSync(0, 'utf8'));
const current = new AsyncLocalStorage();
const require = createRequire(import.meta.url);

/** One program that runs, until it would connect or ends. */
class Scenario {
  #timers = [];

  constructor(finish) {
    this.finish = (place) => {
      for (const timer of this.#timers.splice(0)) clearTimeout(timer);
      this.isOver = true;
      finish(place);
    };
  }

  /** What a program still waits for when it is over must not keep the next one waiting. */
  ownTimer(timer) {
    if (this.isOver) clearTimeout(timer);
    else this.#timers.push(timer);
  }
}

function ownTimers(owner, name) {
  const original = owner[name];
  const owned = (...args) => {
    const timer = original(...args);
    current.getStore()?.ownTimer(timer);
    return timer;
  };
  owner[name] = Object.defineProperties(owned, Object.getOwnPropertyDescriptors(original));
}

for (const owner of [globalThis, timers])
  for (const name of ['setTimeout', 'setInterval']) ownTimers(owner, name);

/** What remembers nothing of a program is loaded once, before any of them runs: by the dependency that brings it. */
const libraries = {
  pg: 'pg',
  mongodb: 'mongodb',
  mongoose: 'mongodb',
  knex: 'knex',
  sequelize: 'sequelize',
  typeorm: 'typeorm',
};
const [{ cwd: first }] = scenarios;
const { dependencies } = JSON.parse(readFileSync(join(first, 'package.json'), 'utf8'));
const load = createRequire(join(first, 'program.js'));
const used = Object.keys(dependencies).flatMap((name) => libraries[name] ?? []);
refuseConnections(Object.fromEntries(used.map((name) => [name, load(name)])), (place) =>
  current.getStore()?.finish(place),
);
const kept = new Set(Object.keys(require.cache));

process.exit = () => {
  current.getStore()?.finish();
  throw new Error('the program has ended');
};
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error) => console.error(error));

/** `node main.js`, or `npx` and a command of an installed package. */
function fileOf([runner, name]) {
  if (runner === 'node') return resolve(name);
  const owner = resolve('../node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(owner, 'package.json'), 'utf8'));
  return require.resolve(join(owner, typeof bin === 'string' ? bin : bin[name]));
}

async function start({ cwd, env }) {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, schemaEngine, env);
  const file = fileOf(argv);
  process.argv = [process.execPath, file, ...argv.slice(2)];
  for (const name of Object.keys(require.cache)) if (!kept.has(name)) delete require.cache[name];
  if (argv[0] === 'node') return import(pathToFileURL(file));
  Module._load(file, null, true);
}

/** The event loop runs dry at the end of a program that connects to nothing. */
let onIdle = () => {};
process.on('beforeExit', () => onIdle());

function placeOf(given) {
  return new Promise((finish) => {
    const scenario = new Scenario(finish);
    onIdle = () => scenario.finish();
    current.run(scenario, () => start(given).catch((error) => console.error(error)));
  });
}

async function main() {
  for (const scenario of scenarios)
    writeSync(3, `${JSON.stringify((await placeOf(scenario)) ?? null)}\n`);
  process.reallyExit(0);
}

void main();
