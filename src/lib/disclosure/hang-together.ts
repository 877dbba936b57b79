import type { Sum } from './release-table.ts';

/** Cells that are linked by sums, and those sums. */
export interface Component {
  cells: number[];
  sums: number[];
}

/** The cells that can be reached from the first by sums, over open cells only, nearest first. */
export function hangTogether(
  first: number,
  sums: readonly Sum[],
  sumsOf: readonly (readonly number[])[],
  isOpen: (cell: number) => boolean,
): Component {
  const cells = [first];
  const seen = new Set(cells);
  const found = new Set<number>();
  for (let next = 0; next < cells.length; next += 1) {
    const around = (sumsOf[cells[next] ?? 0] ?? []).filter((sum) => !found.has(sum));
    for (const sum of around) found.add(sum);
    const fresh = around.flatMap((sum) => (sums[sum]?.cells ?? []).filter((cell) => !seen.has(cell) && isOpen(cell)));
    for (const cell of fresh) {
      if (seen.has(cell)) continue;
      seen.add(cell);
      cells.push(cell);
    }
  }
  return { cells, sums: [...found] };
}
