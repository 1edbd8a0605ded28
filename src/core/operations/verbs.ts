import type { Operation, OperationKind } from './operation';

const verbs: Readonly<Record<OperationKind, string>> = {
  insert: 'adds to',
  update: 'changes',
  migrate: 'migrates',
  delete: 'deletes',
  truncate: 'empties',
  drop: 'drops',
  overwrite: 'overwrites',
  terminate: 'takes down',
};

/** `drops the table games`: what an operation does, to be read behind “it”. */
export function operationWords({ kind, subject }: Pick<Operation, 'kind' | 'subject'>): string {
  return `${verbs[kind]} ${subject}`;
}
