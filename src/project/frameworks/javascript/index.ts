import type { Intrinsic } from '../../../syntax/evaluation/host';
import { javascriptIntrinsics } from '../../../syntax/evaluation/javascript/intrinsics';
import { convict } from './convict';
import { nodeConfig } from './nodeConfig';

/** What is known of the libraries that decide a program's databases, by full name. */
export const javascriptLibraries: ReadonlyMap<string, Intrinsic> = new Map([
  ...javascriptIntrinsics,
  ...[nodeConfig, convict].flatMap((rules) => Object.entries(rules)),
]);
