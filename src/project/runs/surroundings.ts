import { Environment, type Layer } from '../../core/environment/environment';
import { flatten } from '../../core/environment/flatten';
import { readImage } from '../../core/tunnels/containerImage';
import { readCompose, type ComposeFile } from '../compose/services';
import { noFiles, type Files } from '../files';
import type { FoundListener, LiveListeners } from '../listeners/listeners';
import { findLoader } from '../loaders';
import type { LoadOptions } from '../loaders/loader';
import type { Reader, ResolveRequest } from '../request';
import { locate, type Whereabouts } from './locate';
import type { Run } from './run';

/** What a run finds around it: its variables, and who answers to a name. */
export interface Surroundings {
  readonly reader: Reader;
  readonly cwd: string;
  readonly process: Layer;
  /** Set where the run is on another machine, of whose files nothing is known. */
  readonly away?: string;
}

/** The variables of the run with those of the env files that a wrapper loads for it, at the place where it runs. */
export async function surroundingsOf(
  reader: Reader,
  request: ResolveRequest,
  run: Run,
): Promise<Surroundings> {
  const cwd = run.cwd ?? request.cwd;
  const place = { ...request, files: reader.files, cwd };
  let { process } = run;
  for (const { loader, ...options } of run.envFiles)
    process = await loadInto(place, process, loader, options);
  if (run.loader) process = await loadInto(place, process, run.loader, {});
  if (!run.elsewhere) return { reader, cwd, process };
  const found = await locate(place, run.elsewhere);
  switch (found.kind) {
    case 'unseen':
    case 'away':
      return awayOf(reader, cwd, process, found.via);
    case 'inside':
      return { reader: { ...reader, files: noFiles, listeners: listenerOf(found) }, cwd, process };
    case 'service':
      return inService(reader, { ...place, process: request.process }, process, found);
  }
}

type Place = Omit<ResolveRequest, 'process'> & { readonly files: Files };

async function loadInto(
  place: Place,
  process: Layer,
  loader: string,
  options: LoadOptions,
): Promise<Layer> {
  const environment = await findLoader(loader)?.load({ ...place, process, options });
  return environment ? flatten(environment) : process;
}

/** There, `localhost` is the other end. */
function awayOf(reader: Reader, cwd: string, process: Layer, via: string): Surroundings {
  const tunnel: FoundListener = { kind: 'tunnel', tool: 'elsewhere', via, forwards: [] };
  const listeners = { find: () => Promise.resolve(tunnel), snapshot: () => Promise.resolve(via) };
  return { reader: { ...reader, files: noFiles, listeners }, cwd, process, away: via };
}

/** There, `localhost` is the server itself. */
function listenerOf({ program }: { readonly program: string }): LiveListeners {
  const server: FoundListener = { kind: 'server', program };
  return { find: () => Promise.resolve(server), snapshot: () => Promise.resolve(program) };
}

async function inService(
  reader: Reader,
  place: Place & { readonly process: Layer },
  given: Layer,
  { name, composeFiles }: Extract<Whereabouts, { kind: 'service' }>,
): Promise<Surroundings> {
  const { files, cwd } = place;
  const filling = await findLoader('compose')?.load({ ...place, options: {} });
  const environment = filling ?? new Environment([place.process]);
  const compose = await readCompose(files, cwd, composeFiles, environment);
  const service = compose.services.find((candidate) => candidate.name === name);
  const [problem] = compose.problems;
  const own: Layer = {
    settings: [...(service?.settings ?? []), ...given.settings],
    ...(problem ? { problem } : {}),
  };
  const process = await loadInto({ ...place, cwd }, own, 'docker-env-file', {
    paths: service?.envFiles ?? [],
  });
  return { reader: { ...reader, listeners: listenersIn(compose, name) }, cwd, process };
}

/** Inside of a service, `localhost` is that service, and the names of all others are known. */
function listenersIn({ services }: ComposeFile, own: string): LiveListeners {
  const find = (name: string): FoundListener | undefined => {
    const service = services.find((candidate) => candidate.name === name);
    const program = `the service ${name}`;
    if (!service?.image) return service || name === own ? { kind: 'unknown', program } : undefined;
    const listener = readImage(service.image);
    return listener.kind === 'server' ? { kind: 'server', program } : { kind: 'unknown', program };
  };
  return {
    find: () => Promise.resolve(find(own)),
    findName: find,
    snapshot: () => Promise.resolve(own),
  };
}
