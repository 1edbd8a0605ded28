import { findEnvironmentWord } from '../../stages/words';
import type { PlaceName } from '../resourcePlace';

/** How many folders above may name the environment, as in `live/prod/eu/scores`. */
const mostFolders = 3;

/** The nearest folder that says an environment: those above it are often called `live` whatever is in them. */
export function tellingFolder(folder: string): readonly PlaceName[] {
  const names = folder.split(/[\\/]/).filter((name) => name !== '.' && name !== '');
  const name = names.slice(-mostFolders).findLast((part) => findEnvironmentWord(part));
  return name === undefined ? [] : [{ what: 'the folder', name }];
}
