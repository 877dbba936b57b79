import { nextDay } from '../../lib/calendar/london-span.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { PolicyInForce } from '../model.ts';
import type { PostedOfficer } from '../officers/posted-officer-store.ts';
import { placeOf } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import type { PartOfOfficer } from './leave-of-day.ts';
import { wardPostsOn } from './ward-post-on.ts';

/** Ward posts of an officer on each of some days, by day; days without one are left out. */
export const postsOfBook = within(
  'ringfence.posts-of-book',
  async (
    trx: Records,
    { unit, book, reference }: PostedOfficer,
    { from, to, timeline }: { from: string; to: string; timeline: readonly PolicyInForce[] },
  ): Promise<Map<string, PartOfOfficer[]>> => {
    const places = new Map<string, number>();
    const found = new Map<string, PartOfOfficer[]>();
    for (let day = from; day <= to; day = nextDay(day)) {
      const { policy } = policyOn(timeline, day);
      const posts: PartOfOfficer[] = [];
      for (const post of wardPostsOn(book, reference, day, policy.vacancyAfterDays)) {
        const { boroughCode, wardCode, boundaryVersion, postClass, fraction } = post;
        const key = `${boundaryVersion}/${wardCode}`;
        const place = places.get(key) ?? (await placeOf(trx, { unit, boroughCode, wardCode, boundaryVersion })).id;
        places.set(key, place);
        posts.push({ place, postClass, fraction });
      }
      if (posts.length > 0) found.set(day, posts);
    }
    return found;
  },
);
