import { managedHosts } from './managedHosts';
import type { Suite } from './suite';

/** One line per file of cases, in alphabetical order. */
export const suites: readonly Suite[] = [managedHosts];
