import { isOn } from '../../lib/calendar/day-runs.ts';
import type { Days } from '../post-book.ts';

/**
 * What is left of a posting while its officer is lent for some days: the days before, and the days after they are back;
 * each null where there are none.
 * @param lent begins on a day of the posting and has an end
 * @example
 * pausePosting({ from: '2026-01-01', until: null }, { from: '2026-03-01', until: '2026-04-01' });
 * // { before: { from: '2026-01-01', until: '2026-03-01' }, after: { from: '2026-04-01', until: null } }
 */
export function pausePosting(
  home: Days,
  lent: { from: string; until: string },
): { before: Days | null; after: Days | null } {
  return {
    before: home.from < lent.from ? { from: home.from, until: lent.from } : null,
    after: isOn(home, lent.until) ? { from: lent.until, until: home.until } : null,
  };
}
