import { isOn } from '../../../lib/calendar/day-runs.ts';
import type { Posting } from '../../post-book.ts';
import type { BookRefusal, Standing } from '../book-rows.ts';
import { type BookCheck, grouped, toBlame } from './check.ts';

/** Of one officer, postings on any day come to at most 1. The records have the last word: no_officer_is_posted_above_one. */
export const officerDoubleBooked: BookCheck = {
  name: 'officer-double-booked',
  find: ({ postings }) =>
    [...grouped(postings, ({ row }) => row.officer)].flatMap(([officer, rows]) => firstBreach(officer, rows)),
};

/** The sum changes only where a posting begins. */
function firstBreach(officer: string, rows: readonly Standing<Posting>[]): BookRefusal[] {
  const days = [...new Set(rows.map(({ row }) => row.during.from))].sort();
  for (const day of days) {
    const then = rows.filter(({ row }) => isOn(row.during, day));
    const thousandths = then.reduce((sum, { row }) => sum + Math.round(row.fraction * 1000), 0);
    const at = toBlame(then);
    if (thousandths <= 1000 || at === null) continue;
    const posts = then.map(({ row }) => `${row.post} (${row.fraction})`).join(' and ');
    const sentence = `Officer ${officer} would be posted ${thousandths / 1000} from ${day}, ${(thousandths - 1000) / 1000} too much: ${posts}; end one of them before, or make the fractions smaller.`;
    return [{ ...at, sentence }];
  }
  return [];
}
