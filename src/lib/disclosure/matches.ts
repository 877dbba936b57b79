import type { CellSelection, ReleaseCell } from './release.ts';

/** Whether the cell is one of those selected: along every dimension named, its level and its value are among them. */
export function matches(cell: Pick<ReleaseCell, 'dimensions'>, selection: CellSelection): boolean {
  return Object.entries(selection).every(([dimension, { levels, values }]) => {
    const position = cell.dimensions[dimension];
    if (position === undefined) return false;
    return (
      (levels === undefined || levels.includes(position.level)) &&
      (values === undefined || values.includes(position.value))
    );
  });
}
