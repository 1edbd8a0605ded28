import { isDeepStrictEqual } from 'node:util';
import { parseMongodbUrl } from '../../src/core/targets/grammars/mongodb';
import {
  mongoshTarget,
  readMongoshAddress,
  type MongoshAddress,
} from '../../src/core/targets/tools/mongosh';
import type { Outcome, Suite } from './suite';

interface Row {
  readonly id: string;
  readonly options: MongoshAddress & { readonly nodb?: boolean };
  readonly uri?: string;
  readonly error?: string;
}

/** Compares where the addresses lead: the options that the shell adds for itself do not matter. */
export const mongoshAddress: Suite = {
  file: 'mongosh_address.jsonl',
  run: (rows) => (rows as readonly Row[]).map(judge),
};

function judge({ id, options, uri, error }: Row): Outcome {
  const { nodb, ...address } = options;
  const parsed = nodb ? mongoshTarget(['mongosh', '--nodb']) : readMongoshAddress(address);
  const expected = uri ? parseMongodbUrl(uri) : undefined;
  const isFollowed =
    error === undefined ? isDeepStrictEqual(parsed, expected) : parsed?.kind === 'invalid';
  return isFollowed
    ? { id, kind: 'passed' }
    : { id, kind: 'failed', detail: `${JSON.stringify(options)} gives ${JSON.stringify(parsed)}` };
}
