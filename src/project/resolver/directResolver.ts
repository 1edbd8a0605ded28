import { readFileRuns } from '../analysis/readFileRuns';
import { explainCommand } from '../explainCommand';
import { explainNamed } from '../explainNamed';
import { freshReader, type Reader } from '../request';
import { resolve } from '../resolve';
import { resolveNamed } from '../resolveNamed';
import { resolveNotebook } from '../resolveNotebook';
import type { Resolver } from './resolver';

/** Answers on the thread that asks. */
export function directResolver(reader: Reader): Resolver {
  return {
    resolve: (request) => resolve(freshReader(reader), request),
    resolveNamed: (request, run) => resolveNamed(freshReader(reader), request, run),
    resolveNotebook: (request, file) => resolveNotebook(freshReader(reader), request, file),
    explainCommand: (request) => explainCommand(freshReader(reader), request),
    explainNamed: (request, run) => explainNamed(freshReader(reader), request, run),
    fileRuns: (request, files) => readFileRuns(reader, request, files),
    // It keeps no account of what it reads.
    hasRead: () => Promise.resolve(true),
    listening: () => reader.listeners.snapshot(),
  };
}
