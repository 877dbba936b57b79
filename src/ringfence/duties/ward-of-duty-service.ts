import { Refused, refuseIf } from '../../lib/refused.ts';
import { type Act, requirePermission, within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/named-errors.ts';
import { longDate } from '../../ui/long-date.ts';
import type { WardPlace } from '../model.ts';
import { type PostedOfficer, readPostedOfficers, readWhose } from '../officers/posted-officer-store.ts';
import { ownPlaces } from '../places/own-places-service.ts';
import { placeOf } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { type WardPost, wardPostsOn } from './ward-post-on.ts';

/** The ward that a duty of an officer belongs to on a day. */
export interface WardOfDuty {
  officer: PostedOfficer;
  post: WardPost;
  place: WardPlace;
}

/** An officer with their postings, as far as whoever acts reads their duties. @throws NotFound */
export const postedOfficer = within(
  'ringfence.posted-officer',
  async (trx: Records, { officer, today }: { officer: number; today: string }): Promise<PostedOfficer> => {
    await ownPlaces(trx, today);
    const [found] = await readPostedOfficers(trx, [officer]);
    if (found === undefined) throw new NotFound('No officer whose duties you may see is kept under this number.');
    return found;
  },
);

/**
 * Every ward post of an officer on a day, the largest part first: that of a short attachment is the one held before it.
 * @throws Refused when the officer has none on the day
 */
export const wardsOfDay = within(
  'ringfence.wards-of-day',
  async (trx: Records, { officer, day }: { officer: PostedOfficer; day: string }): Promise<WardOfDuty[]> => {
    const { unit, name, reference, book } = officer;
    const { policy } = policyOn(await policyTimeline(trx, unit), day);
    const posts = wardPostsOn(book, reference, day, policy.vacancyAfterDays);
    const none = `${name} has no ward post on ${longDate(day)}: choose another day, or correct the post book first.`;
    refuseIf([posts.length === 0 ? { field: 'day', sentence: none } : null]);
    const wards: WardOfDuty[] = [];
    for (const post of posts) wards.push({ officer, post, place: await placeOf(trx, { unit, ...wardOf(post) }) });
    return wards;
  },
);

/**
 * The ward that a duty belongs to: the one the officer is posted to that day, or was before a short attachment. Of an
 * officer who is shared between wards it is the larger part, unless another of theirs is named.
 * @param asked.place number of one of the officer's wards; null: the larger part
 * @throws Refused when the officer has no ward post on the day, or none in the ward that is named
 */
export const wardOfDuty = within(
  'ringfence.ward-of-duty',
  async (
    trx: Records,
    { officer, day, place = null }: { officer: PostedOfficer; day: string; place?: number | null },
  ): Promise<WardOfDuty> => {
    const wards = await wardsOfDay(trx, { officer, day });
    const found = wards.find((ward) => place === null || ward.place.id === place);
    if (found !== undefined) return found;
    const sentence = `${officer.name} is not posted to that ward on ${longDate(day)}: a duty belongs to the officer’s own ward.`;
    throw new Refused([{ field: 'day', sentence }]);
  },
);

const wardOf = ({ boroughCode, wardCode, boundaryVersion }: WardPost) => ({ boroughCode, wardCode, boundaryVersion });

/**
 * Refuses who may not do it to the rows of an officer in a ward: it is theirs, or they lead or reach the ward.
 * @throws NotAllowed in one sentence
 */
export const requireOfWard = within(
  'ringfence.require-of-ward',
  async (
    trx: Records,
    platform: Platform,
    { officer, place, act, today }: { officer: number; place: WardPlace; act: Act; today: string },
  ): Promise<void> => {
    const whose = await readWhose(trx, { officer, place: place.id, day: today });
    const { unit, boroughCode: borough, wardCode: ward } = place;
    requirePermission(platform.principal, { module: 'duties', act, place: { unit, borough, ward, ...whose } });
  },
);
