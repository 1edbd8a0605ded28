import type { Grammar } from '../grammar';

/** The first grammar that accepts a string reads it; those of a project's own clients are put before these. */
export const grammars: readonly Grammar[] = [];
