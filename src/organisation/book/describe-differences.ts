import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { KindName } from './book-rows.ts';
import type { ImportCounts } from './import-counts.ts';
import type { Places } from './places.ts';
import type { Differences } from './stand-together.ts';

/** A row that is added or changed, for people. */
export interface DifferenceLine {
  kind: KindName;
  what: 'added' | 'changed';
  /** "post ISL-W07-FLOOR-1" */
  row: string;
  /** Cells that change, with what stood in them and what stands there now; of an added row none. */
  cells: { column: string; before: string; after: string }[];
}

/** What is added, changed and unchanged of each kind that the files hold. */
export function countDifferences(differences: Differences): ImportCounts {
  const counts: ImportCounts = {};
  for (const kind of KIND_NAMES) {
    const { added, changed, unchanged } = differences[kind];
    const count = { added: added.length, changed: changed.length, unchanged };
    if (count.added + count.changed + count.unchanged > 0) counts[kind] = count;
  }
  return counts;
}

/** Every row that is added or changed, in the order of the kinds. */
export function listDifferences(differences: Differences, places: Places): DifferenceLine[] {
  return KIND_NAMES.flatMap((kind) => linesOf(kind, differences[kind], places));
}

function linesOf<Kind extends KindName>(kind: Kind, difference: Differences[Kind], places: Places): DifferenceLine[] {
  const { called, columns, write } = BOOK_KINDS[kind];
  const { added, changed }: Differences[Kind] = difference;
  return [
    ...added.map(({ row }) => ({ kind, what: 'added' as const, row: called(row), cells: [] })),
    ...changed.map(({ before, row }) => {
      const [old, now] = [write(before, places), write(row, places)];
      const cells = columns.map(({ name }, at) => ({ column: name, before: old[at] ?? '', after: now[at] ?? '' }));
      return {
        kind,
        what: 'changed' as const,
        row: called(row),
        cells: cells.filter((cell) => cell.before !== cell.after),
      };
    }),
  ];
}
