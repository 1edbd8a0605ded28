import assert from 'node:assert/strict';
import { it } from 'mocha';
import { Environment } from '../../../../src/core/environment/environment';
import { Setting } from '../../../../src/core/environment/setting';
import { consultCatalogue } from '../../../../src/core/operations/catalogue';
import type { ResourcePlace } from '../../../../src/core/operations/resourcePlace';
import { noContext } from '../../../conformance/noContext';

/** A command line of plain words, what is around it, and the place that its operation is in: the kind and the names. */
export interface Placed {
  readonly line: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly place: string;
}

export function itIsPlaced(cases: readonly Placed[]): void {
  for (const placed of cases) {
    const given = Object.entries(placed.variables ?? {}).map(([name, value]) => `${name}=${value}`);
    const files = Object.keys(placed.files ?? {}).map((path) => `and ${path}`);
    it(`puts ${[...given, placed.line, ...files].join(' ')} in ${placed.place}`, () =>
      assert.equal(placeOf(placed), placed.place));
  }
}

function placeOf({ line, variables = {}, files = {}, cwd = '/project' }: Placed): string {
  const [program = '', ...args] = line.split(' ');
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const environment = new Environment([{ settings }]);
  const context = {
    ...noContext,
    cwd,
    find: (name: string) => environment.find(name),
    readFile: (path: string) => files[path],
  };
  const [operation] = consultCatalogue(program, args, context).operations;
  return operation?.place ? describePlace(operation.place) : 'no place';
}

function describePlace({ kind, names }: ResourcePlace): string {
  return [kind, names.map(({ what, name }) => `${what} ${name}`).join(', ')]
    .filter(Boolean)
    .join(': ');
}
