import { red } from '../progress';
import { percentile, type Figure } from './figure';

const columns = ['', 'p50', 'p95', 'p99', 'unit', 'runs', 'goal'] as const;

const digits = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

function row({ name, unit, values, goal }: Figure): readonly string[] {
  const p95 = percentile(values, 0.95);
  return [
    name,
    digits(percentile(values, 0.5)),
    digits(p95),
    digits(percentile(values, 0.99)),
    unit,
    `${values.length}`,
    goal === undefined ? '' : `${p95 > goal ? 'over' : 'below'} ${goal}`,
  ];
}

/** Prints all figures below each other, the names to the left and the numbers to the right. */
export function printTable(figures: readonly Figure[]): void {
  const rows = [columns, ...figures.map(row)];
  const widths = columns.map((_, at) => Math.max(...rows.map((cells) => cells[at]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ');
  for (const cells of rows) {
    const text = line(cells);
    console.log(cells.at(-1)!.startsWith('over') ? red(text) : text);
  }
}
