import { nextDay } from '../../lib/calendar/london-span.ts';
import type { PostBook } from '../../organisation/index.ts';
import type { PlaceFinder, PolicyInForce } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';
import type { PartOfOfficer } from './leave-of-day.ts';
import { wardPostsOn } from './ward-post-on.ts';

/**
 * Ward posts of an officer on each of some days, by day; days without one are left out.
 * @param days.to the last one
 */
export async function postsOfBook(
  { unit, book, reference }: { unit: string; book: Pick<PostBook, 'posts' | 'postings'>; reference: string },
  days: { from: string; to: string; timeline: readonly PolicyInForce[]; placeOf: PlaceFinder },
): Promise<Map<string, PartOfOfficer[]>> {
  const found = new Map<string, PartOfOfficer[]>();
  for (let day = days.from; day <= days.to; day = nextDay(day)) {
    const { policy } = policyOn(days.timeline, day);
    const posts: PartOfOfficer[] = [];
    for (const post of wardPostsOn(book, reference, day, policy.vacancyAfterDays)) {
      const { boroughCode, wardCode, boundaryVersion, postClass, fraction } = post;
      const place = await days.placeOf({ unit, boroughCode, wardCode, boundaryVersion });
      posts.push({ place, postClass, fraction });
    }
    if (posts.length > 0) found.set(day, posts);
  }
  return found;
}
