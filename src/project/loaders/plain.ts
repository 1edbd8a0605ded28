import { loadEnvFiles } from './envFiles';
import type { Loader } from './loader';

/** For a folder with an env file and no sign of what reads it. */
export const plain: Loader = {
  id: 'plain',
  title: 'A program that loads an env file reads .env of its folder, and the shell wins over it',
  load(request) {
    const { paths = ['.env'], dialect = 'dotenv' } = request.options;
    return loadEnvFiles(request, { dialect, paths });
  },
};
