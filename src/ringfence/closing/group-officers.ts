import { groupBy } from '../../organisation/index.ts';
import { FEWEST_OFFICERS, type PublicCell } from './model.ts';

/** A class of posts of a ward, with who stands behind it. */
export interface PeopledCell extends PublicCell {
  /** What the ring-fence is to the class all month: classes of which it differs are never added to one group. */
  standing: string;
  /** Those with enough ward duty to stand behind a figure. */
  heads: ReadonlySet<number>;
  /** Those of whom anything is recorded, also leave or work on a rest day. */
  known: ReadonlySet<number>;
}

/** Cells that are told together. */
export interface CellGroup {
  cells: PeopledCell[];
  boroughCode: string | null;
}

/**
 * Parts officers into groups that are large enough to be told of, each as small as it may be: a class of a ward where every
 * class of it has three; all classes of the ward that the ring-fence treats alike; else all such wards of the borough
 * together, else of the unit. Classes that it treats otherwise are kept apart, for what is not ruled would tell them apart
 * again. Cells of which nothing is recorded say nothing of anybody, and stay with their ward.
 * @returns groups of which each has nobody, or at least FEWEST_OFFICERS; and what is in none
 */
export function groupOfficers(cells: readonly PeopledCell[]): { groups: CellGroup[]; leftOut: PeopledCell[] } {
  const groups: CellGroup[] = [];
  const small: PeopledCell[] = [];
  for (const ward of groupBy(cells, ({ code, standing }) => `${code}/${standing}`).values()) {
    const { apart, together } = partsOf(ward);
    for (const part of apart) groups.push({ cells: part, boroughCode: part[0]?.boroughCode ?? null });
    small.push(...together);
  }
  const leftOut: PeopledCell[] = [];
  for (const standing of groupBy(small, (cell) => cell.standing).values()) {
    const smaller: PeopledCell[] = [];
    for (const [boroughCode, borough] of groupBy(standing, (cell) => cell.boroughCode)) {
      if (enough(borough)) groups.push({ cells: borough, boroughCode });
      else smaller.push(...borough);
    }
    if (enough(smaller)) groups.push({ cells: smaller, boroughCode: null });
    else leftOut.push(...smaller);
  }
  return { groups, leftOut };
}

/** The groups of one ward, or all of its cells where they are too few by themselves. */
function partsOf(ward: PeopledCell[]): { apart: PeopledCell[][]; together: PeopledCell[] } {
  const peopled = ward.filter(({ known }) => known.size > 0);
  if (peopled.length === 0) return { apart: [ward], together: [] };
  if (peopled.every((cell) => enough([cell]))) return { apart: ward.map((cell) => [cell]), together: [] };
  return enough(ward) ? { apart: [ward], together: [] } : { apart: [], together: ward };
}

/** Different people who stand behind some cells. */
export function peopleOf(cells: Iterable<Pick<PeopledCell, 'heads'>>): Set<number> {
  return new Set([...cells].flatMap(({ heads }) => [...heads]));
}

const enough = (cells: readonly PeopledCell[]): boolean => peopleOf(cells).size >= FEWEST_OFFICERS;
