import type { Origin } from '../../core/environment/setting';
import type { Packages } from '../packages';
import { bun } from './bun';
import { compose } from './compose';
import { direnv, underDirenv } from './direnv';
import { dockerEnvFile } from './dockerEnvFile';
import { dotenv, drizzleKit } from './dotenv';
import { dotenvExpand } from './dotenvExpand';
import { dotenvFlow } from './dotenvFlow';
import { godotenv } from './godotenv';
import { laravel } from './laravel';
import type { Loader, LoadOptions } from './loader';
import { nest } from './nest';
import { next } from './next';
import { nodeEnvFile } from './nodeEnvFile';
import { phpDotenv } from './phpDotenv';
import { plain } from './plain';
import { prisma } from './prisma';
import { djangoEnviron, flask, pipenv, pythonDotenv } from './python';
import { dotenvRails, rubyDotenv } from './ruby';
import { spring } from './spring';
import { symfony } from './symfony';
import { vite } from './vite';

/** Frameworks before the libraries they are built on: the first that a project uses is the most likely to load. */
export const loaders: readonly Loader[] = [
  next,
  nest,
  dotenvFlow,
  nodeEnvFile,
  dotenvExpand,
  dotenv,
  bun,
  prisma,
  drizzleKit,
  vite,
  pipenv,
  flask,
  pythonDotenv,
  djangoEnviron,
  dotenvRails,
  rubyDotenv,
  laravel,
  symfony,
  phpDotenv,
  godotenv,
  spring,
  direnv,
  compose,
  dockerEnvFile,
  plain,
];

export interface LoaderChoice {
  readonly loader: Loader;
  readonly options: LoadOptions;
  /** What says that the project uses it; `undefined` for a guess. */
  readonly because: Origin | undefined;
}

/** Where nothing tells what reads an env file: the families that differ most. */
const guesses: readonly LoaderChoice[] = (['dotenv', 'python-dotenv', 'compose'] as const).map(
  (dialect) => ({ loader: plain, options: { dialect }, because: undefined }),
);

/**
 * Every loader that may decide what a program reads, most likely first; never empty.
 *
 * @param isShellSeen whether the variables are those of a live shell, in which direnv has done its work already
 */
export function chooseLoaders(packages: Packages, isShellSeen = false): readonly LoaderChoice[] {
  const found = loaders.flatMap((loader): LoaderChoice[] => {
    const detection = loader.detect?.(packages);
    if (!detection) return [];
    return [{ loader, options: detection.options ?? {}, because: detection.because }];
  });
  const libraries = found.filter(({ loader }) => !loader.isCommand);
  const commands = found.filter(({ loader }) => loader.isCommand);
  const choices = [...(libraries.length > 0 ? libraries : guesses), ...commands];
  // Tasks and shells without the hook do not have what direnv sets: both ways are plausible.
  if (isShellSeen || !packages.findFile('.envrc')) return choices;
  return [
    ...choices.map((choice) => ({ ...choice, loader: underDirenv(choice.loader) })),
    ...choices,
  ];
}

export function findLoader(id: string): Loader | undefined {
  return loaders.find((loader) => loader.id === id);
}
