import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import type { Days } from '../../post-book.ts';
import { type BookCheck, grouped, toBlame } from './check.ts';

/** A ward is led with those of one cluster on any day. */
export const wardInTwoClusters: BookCheck = {
  name: 'ward-in-two-clusters',
  find({ clusters }, _, { wards: areas }) {
    const byWard = grouped(
      clusters.flatMap(({ row, at }) => row.wards.map((ward) => ({ row: { ...row, ward }, at }))),
      ({ row }) => `${row.boundaryVersion} ${row.ward}`,
    );
    return [...byWard.values()].flatMap((rows) => {
      const inOrder = rows.toSorted((a, b) => (a.row.during.from < b.row.during.from ? -1 : 1));
      return inOrder.flatMap((later, index) => {
        const earlier = inOrder[index - 1];
        if (earlier === undefined || isOver(earlier.row.during, later.row.during)) return [];
        const blamed = toBlame(rows.filter((each) => each === earlier || each === later));
        const ward = areas.find(({ code }) => code === later.row.ward)?.name ?? later.row.ward;
        const sentence = `${ward} would be in the clusters ${said(earlier.row)} and ${said(later.row)}: take it out of one, or change the days of one.`;
        return blamed === null ? [] : [{ ...blamed, sentence }];
      });
    });
  },
};

const isOver = (earlier: Days, later: Days): boolean => earlier.until !== null && earlier.until <= later.from;

/** "South, from 2023-01-01 for good" */
function said({ name, during: { from, until } }: { name: string; during: Days }): string {
  return `${name}, from ${from} ${until === null ? 'for good' : `to ${dayBefore(until)}`},`;
}
