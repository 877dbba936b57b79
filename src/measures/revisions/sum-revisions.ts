import { financialYear } from '../completeness/reconcile.ts';
import type { Revision } from './revisions-between.ts';

/** Revisions added up over months, areas or both. */
export interface RevisionSum {
  /** The area's code or the financial year, such as "2019-20". */
  of: string;
  /** How many months of areas both vintages have, but for the doubtful. */
  months: number;
  /** How many more there are that are doubtful in either, which lie in none of these sums. */
  doubtful: number;
  /** How many of them differ. */
  changed: number;
  before: number;
  after: number;
  /** After less before. */
  difference: number;
  /** Sum of the differences without their sign: what is moved as well as what is added. */
  moved: number;
}

/** Sums over everything but doubtful months: a stub set against a whole month is no revision. */
export function sumRevisions(revisions: readonly Revision[], of = 'all'): RevisionSum {
  let sum: RevisionSum = { of, months: 0, doubtful: 0, changed: 0, before: 0, after: 0, difference: 0, moved: 0 };
  for (const { before, after, difference, doubtful } of revisions) {
    if (doubtful) {
      sum = { ...sum, doubtful: sum.doubtful + 1 };
      continue;
    }
    sum = {
      ...sum,
      months: sum.months + 1,
      changed: sum.changed + Number(difference !== 0),
      before: sum.before + before,
      after: sum.after + after,
      difference: sum.difference + difference,
      moved: sum.moved + Math.abs(difference),
    };
  }
  return sum;
}

/** Sums for each area, in order of code. */
export function sumByArea(revisions: readonly Revision[]): RevisionSum[] {
  return sumBy(revisions, ({ areaCode }) => areaCode);
}

/** Sums for each financial year, April to March. */
export function sumByYear(revisions: readonly Revision[]): RevisionSum[] {
  return sumBy(revisions, ({ month }) => financialYear(month));
}

function sumBy(revisions: readonly Revision[], keyOf: (revision: Revision) => string): RevisionSum[] {
  const groups = new Map<string, Revision[]>();
  for (const revision of revisions) {
    const key = keyOf(revision);
    const group = groups.get(key);
    if (group) group.push(revision);
    else groups.set(key, [revision]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => sumRevisions(group, key));
}

/** The revisions that differ most, but for doubtful months, the largest first; of equals the earlier in order of area and month. */
export function largestRevisions(revisions: readonly Revision[], count: number): Revision[] {
  return revisions
    .filter(({ difference, doubtful }) => difference !== 0 && !doubtful)
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, count);
}
