import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { readAbsences } from '../absences/absence-store.ts';
import type { Duty, PolicyInForce } from '../model.ts';
import { type PostedOfficer, readPostedOfficers } from '../officers/posted-officer-store.ts';
import { placeFinder, placesNumbered } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { attachByBook, detachByBook } from './attach-by-book-service.ts';
import { insertRevision, readDuties, type Writer } from './duty-store.ts';
import { readLeave } from './leave-store.ts';
import type { DaysToFollow, Leave } from './model.ts';
import { type PostOfDay, settleDuty } from './settle-duty.ts';
import {
  type Belongs,
  readLeaveMeant,
  readOpenFrom,
  readUncounted,
  updateBelonging,
  updateLeaveBelonging,
} from './settle-store.ts';
import { wardPostsOn } from './ward-post-on.ts';

/**
 * Has ward duties follow the post book as it now is, before the ledger says what they come to: the book may say only after a
 * roster was taken in that an officer acts up or moves. Months that were closed stay by the book as it was. Nothing is lost:
 * what a duty was is kept, and when the book is put right again it is counted again.
 * @param trx Wardroom's own, past row security
 */
export const settleDuties = within(
  'ringfence.settle-duties',
  async (trx: Records, ids: readonly number[], by: Writer): Promise<void> => {
    const duties = (await readDuties(trx, { ids })).filter(({ kind }) => kind === 'ward');
    const uncounted = await readUncounted(trx, 'duty', ids);
    const absences = await readAbsences(trx, { duties: duties.map(({ id }) => id) });
    const { isOpen, postsOf } = await postsByTheBook(trx, duties);
    for (const duty of duties) {
      if (!isOpen(duty)) continue;
      const counted = !uncounted.has(duty.id);
      const own = absences.filter((absence) => absence.duty === duty.id);
      const settled = settleDuty({ ...duty, counted }, await postsOf(duty), own);
      if (isElsewhere(settled, { ...duty, counted })) await keep(trx, { kind: 'duty', row: duty }, settled, by);
      if (settled.attachment === 'record') await attachByBook(trx, { ...duty, place: settled.place }, by);
      if (settled.attachment === 'withdraw') await detachByBook(trx, own, by);
    }
  },
);

/**
 * The same of leave: what a vacancy took is not leave besides.
 * @returns the leave that was looked at
 */
export const settleLeave = within(
  'ringfence.settle-leave',
  async (trx: Records, asked: DaysToFollow, page: { after: number; most: number }, by: Writer): Promise<Leave[]> => {
    const ids = await readLeaveMeant(trx, asked, page);
    const leave = await readLeave(trx, { ids });
    const uncounted = await readUncounted(trx, 'leave', ids);
    const { isOpen, postsOf } = await postsByTheBook(trx, leave);
    for (const row of leave) {
      if (!isOpen(row)) continue;
      const counted = !uncounted.has(row.id);
      const settled = settleDuty({ ...row, confirmed: null, counted }, await postsOf(row), []);
      if (isElsewhere(settled, { ...row, counted })) await keep(trx, { kind: 'leave', row }, settled, by);
    }
    return leave.toSorted((one, other) => one.id - other.id);
  },
);

const isElsewhere = (to: Belongs, from: Belongs): boolean =>
  to.place !== from.place || to.postClass !== from.postClass || to.counted !== from.counted;

type Kept = { kind: 'duty'; row: Duty } | { kind: 'leave'; row: Leave };

/** Writes where time belongs, and keeps what it was with a sentence for whoever reads it. */
async function keep(trx: Records, { kind, row }: Kept, to: Belongs, by: Writer): Promise<void> {
  const moved = kind === 'duty' ? to : await moveLeave(trx, row, to);
  if (moved === null) return;
  if (kind === 'duty') await updateBelonging(trx, row, to);
  const after = { ...row, ...moved, version: row.version + 1 };
  await insertRevision(trx, { kind, row: after, before: row, after, because: sayWhy(row, moved) }, by);
}

/** Of two rows of leave that would come to be of one ward, the one that stays behind is not counted. */
async function moveLeave(trx: Records, row: Leave, to: Belongs): Promise<Belongs | null> {
  if (await updateLeaveBelonging(trx, row, to)) return to;
  const stays = { place: row.place, postClass: row.postClass, counted: false };
  const changes = !(await readUncounted(trx, 'leave', [row.id])).has(row.id);
  return changes && (await updateLeaveBelonging(trx, row, stays)) ? stays : null;
}

function sayWhy(from: Pick<Duty, 'place' | 'postClass'>, { place, postClass, counted }: Belongs): string {
  if (!counted)
    return 'The post book has the officer in no post of this ward on this day, so it is not counted: correct the book if that is wrong.';
  if (place !== from.place) return 'The post book has the officer in another ward on this day, so it belongs there.';
  if (postClass !== from.postClass) return 'The post book has the officer in a post of another class on this day.';
  return 'The post book has the officer in a post of this ward on this day again, so it is counted.';
}

type Row = Pick<Duty, 'officer' | 'place' | 'day'>;

/** What the post book says of the officers of some rows, each asked once for a day. */
async function postsByTheBook(
  trx: Records,
  rows: readonly Row[],
): Promise<{ isOpen: (row: Row) => boolean; postsOf: (row: Row) => Promise<PostOfDay[]> }> {
  const places = await placesNumbered(trx, [...new Set(rows.map(({ place }) => place))]);
  const unitOf = new Map(places.map(({ id, unit }) => [id, unit]));
  const officers = await readPostedOfficers(trx, [...new Set(rows.map(({ officer }) => officer))]);
  const byNumber = new Map(officers.map((each) => [each.officer, each]));
  const openFrom = new Map<string, string | null>();
  const timelines = new Map<string, PolicyInForce[]>();
  for (const unit of new Set([...unitOf.values(), ...officers.map((each) => each.unit)])) {
    openFrom.set(unit, await readOpenFrom(trx, unit));
    timelines.set(unit, await policyTimeline(trx, unit));
  }
  const known = new Map<string, PostOfDay[]>();
  const placeOf = await placeFinder(trx);
  const worked = async ({ unit, book, reference }: PostedOfficer, day: string): Promise<PostOfDay[]> => {
    const { policy } = policyOn(timelines.get(unit) ?? [], day);
    const posts: PostOfDay[] = [];
    for (const post of wardPostsOn(book, reference, day, policy.vacancyAfterDays)) {
      const { boroughCode, wardCode, boundaryVersion, postClass, attachedUntil } = post;
      const place = await placeOf({ unit, boroughCode, wardCode, boundaryVersion });
      posts.push({ place, postClass, attached: attachedUntil !== null });
    }
    return posts;
  };
  return {
    isOpen: ({ place, day }) => (openFrom.get(unitOf.get(place) ?? '') ?? day) <= day,
    async postsOf({ officer, day }) {
      const key = `${officer} ${day}`;
      const member = byNumber.get(officer);
      const posts = known.get(key) ?? (member === undefined ? [] : await worked(member, day));
      known.set(key, posts);
      return posts;
    },
  };
}
