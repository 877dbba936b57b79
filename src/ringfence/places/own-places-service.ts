import { isOn } from '../../lib/calendar/day-runs.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { WardPlace } from '../model.ts';
import { readActingOfficer } from '../officers/account-store.ts';
import { readPostedOfficers } from '../officers/posted-officer-store.ts';
import { placeOf } from './place-service.ts';

/**
 * The wards that whoever acts is posted to on a day, made where they are missing: a sergeant's are those they lead, and the
 * records show a sergeant nothing of a ward that no place was made of.
 */
export const ownPlaces = within('ringfence.own-places', async (trx: Records, day: string): Promise<WardPlace[]> => {
  const acting = await readActingOfficer(trx);
  if (acting === null) return [];
  const [own] = await readPostedOfficers(trx, [acting.officer]);
  const there = own?.book.postings.filter(({ during }) => isOn(during, day)) ?? [];
  const places: WardPlace[] = [];
  for (const { post: reference } of there) {
    const post = own?.book.posts.find((each) => each.reference === reference);
    const boroughCode = post?.shares[0]?.boroughCode;
    if (post === undefined || boroughCode === undefined || post.boundaryVersion === null) continue;
    for (const wardCode of post.wards)
      places.push(
        await placeOf(trx, { unit: acting.unit, boroughCode, wardCode, boundaryVersion: post.boundaryVersion }),
      );
  }
  return places;
});
