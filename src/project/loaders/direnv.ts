import { Environment, type Layer } from '../../core/environment/environment';
import type { Setting } from '../../core/environment/setting';
import { readEnvrc } from './envrc';
import type { Loader, LoadRequest } from './loader';
import { plain } from './plain';
import { findUpwards } from './python';
import { variable } from './variable';

/** direnv b00e451: the nearest `.envrc` upwards. Whether it was allowed is not known here. */
async function readDirenv(request: LoadRequest): Promise<Layer | undefined> {
  // A shell with direnv's hook already has the result in its variables.
  if (variable(request, 'DIRENV_DIR') !== undefined) return undefined;
  const path = await findUpwards(request, '.envrc', request.cwd);
  return path === undefined ? undefined : readEnvrc(request, path);
}

/** The same loader in a shell with direnv's hook: what `.envrc` exports is part of the process, and wins over the rest of it. */
export function underDirenv(loader: Loader): Loader {
  return {
    ...loader,
    title: `direnv sets what .envrc exports; ${loader.title}`,
    async load(request) {
      const own = await readDirenv(request);
      if (!own) return loader.load(request);
      const { process } = request;
      const isKept = ({ name }: Setting): boolean =>
        !own.settings.some((setting) => setting.name === name);
      const settings = [...process.settings.filter(isKept), ...own.settings];
      const environment = await loader.load({ ...request, process: { ...process, settings } });
      // What could not be known of the file may set any name anew: it stands above all that was found.
      const { problem, remarks = [] } = own;
      return environment.with({ settings: [], remarks, ...(problem ? { problem } : {}) });
    },
  };
}

export const direnv: Loader = {
  ...underDirenv({
    ...plain,
    load: ({ process }) => Promise.resolve(new Environment([process])),
  }),
  id: 'direnv',
  title: 'direnv sets what .envrc exports, which wins over the shell',
};
