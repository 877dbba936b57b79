import { boundarySet } from '../../geography/index.ts';
import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Days } from '../post-book.ts';
import { sayDays, within } from './days.ts';
import type { Seat } from './model.ts';

/**
 * Why a posting may not have its days: a ward post ends with its ward set, and no posting crosses a change of wards; nor
 * does one lie outside its post's own days. null where nothing is in the way.
 */
export function daysProblem(
  post: Pick<Seat, 'reference' | 'wards' | 'boundaryVersion' | 'during'>,
  wanted: Days,
): string | null {
  if (post.wards.length > 0 && post.boundaryVersion !== null) {
    const { from, until } = boundarySet(post.boundaryVersion);
    if (until !== null && (wanted.until === null || wanted.until > until) && wanted.from < until)
      return `The wards change on ${longDate(until)}, and the post ${post.reference} ends with them: end the posting on ${longDate(dayBefore(until))} at the latest, and post to a ward of the new set from then on.`;
    if (!within({ from, until }, wanted))
      return `The wards of the post ${post.reference} are in force ${sayDays({ from, until })}: choose days within.`;
  }
  if (within(post.during, wanted)) return null;
  return `The post ${post.reference} is there ${sayDays(post.during)}: choose days within${post.during.until === null ? '' : ', with a last day'}.`;
}
