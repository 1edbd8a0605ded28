import type { Command } from '../command';
import type { ResourcePlace } from '../resourcePlace';
import { placeAt } from './placeAtHost';

/** The server of the address that a command asks. */
export function placeOfSearch({ words }: Command): ResourcePlace {
  const address = words.find((word) => /^https?:|^[\w.-]*:\d+(?:\/|$)/.test(word));
  return placeAt('the search server', address);
}
