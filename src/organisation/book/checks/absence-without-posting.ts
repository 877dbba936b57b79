import { isOn } from '../../../lib/calendar/day-runs.ts';
import { type BookCheck, grouped } from './check.ts';

/** Absences are seen where the officer is posted: of somebody who is posted nowhere, by nobody. */
export const absenceWithoutPosting: BookCheck = {
  name: 'absence-without-posting',
  find({ absences, postings }, unread) {
    const postedOf = grouped(postings, ({ row }) => row.officer);
    return absences.flatMap(({ row, at }) => {
      const posted = postedOf.get(row.officer) ?? [];
      const then = posted.some(
        (posting) => isOn(posting.row.during, row.during.from) || isOn(row.during, posting.row.during.from),
      );
      if (at === null || then || unread.lines || unread.officers.has(row.officer)) return [];
      const sentence = `Officer ${row.officer} is posted nowhere from ${row.during.from}: give them a posting on those days, or take the absence out.`;
      return [{ ...at, sentence }];
    });
  },
};
