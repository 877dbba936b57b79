import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { readPostedOfficers } from '../officers/posted-officer-store.ts';
import { placeFinder } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import type { Writer } from './duty-store.ts';
import { leaveOfBook } from './leave-of-book.ts';
import {
  type DaysAsked,
  deleteLeaveOfBook,
  type HeldOfBook,
  insertLeaveOfBook,
  readAbsent,
  readFirstDay,
  readLeaveOfBook,
  readRecordedDays,
} from './leave-of-book-store.ts';
import type { DaysToFollow } from './model.ts';
import { postsOfBook } from './posts-of-book.ts';
import { readOpenFrom } from './settle-store.ts';

/**
 * Keeps as leave what the post book takes by long absences and adjusted duties, up to yesterday, and takes back what it no
 * longer does; months that were closed stay as they were. The caller has the ledger say so.
 * @param trx Wardroom's own, past row security
 * @returns officers and days that changed
 */
export const keepLeaveOfBook = within(
  'ringfence.keep-leave-of-book',
  async (trx: Records, asked: DaysToFollow, { at }: Writer): Promise<{ officer: number; day: string }[]> => {
    const days = await daysOpen(trx, asked, dayBefore(todayInLondon(at)));
    if (days === null) return [];
    const held = await readLeaveOfBook(trx, days);
    const wanted = await wantedOf(trx, days);
    const keys = new Set(wanted.map(keyOf));
    const gone = held.filter((each) => !keys.has(keyOf(each)));
    await deleteLeaveOfBook(
      trx,
      gone.map(({ id }) => id),
    );
    const there = new Set(held.map(keyOf));
    const added = wanted.filter((each) => !there.has(keyOf(each)));
    await insertLeaveOfBook(trx, added);
    const changed = [...gone, ...added].map(({ officer, day }) => [`${officer} ${day}`, { officer, day }] as const);
    return [...new Map(changed).values()];
  },
);

const keyOf = ({ officer, place, postClass, day, minutes }: Omit<HeldOfBook, 'id'>): string =>
  `${officer}/${place}/${postClass}/${day}/${minutes}`;

/** Of the days asked about those that are over, not closed, and not before anything was recorded. */
async function daysOpen(
  trx: Records,
  { unit, officer, firstDay, lastDay }: DaysToFollow,
  yesterday: string,
): Promise<DaysAsked | null> {
  const first = await readFirstDay(trx, unit);
  if (first === null) return null;
  const from = [firstDay, `${first.slice(0, 7)}-01`, (await readOpenFrom(trx, unit)) ?? firstDay].toSorted().at(-1);
  const to = lastDay !== null && lastDay < yesterday ? lastDay : yesterday;
  return from === undefined || from > to ? null : { unit, officer, from, to };
}

async function wantedOf(trx: Records, days: DaysAsked) {
  const absent = await readAbsent(trx, days);
  const officers = await readPostedOfficers(trx, [...new Set(absent.map(({ officer }) => officer))]);
  const recorded = await readRecordedDays(
    trx,
    officers.map(({ officer }) => officer),
    days,
  );
  const timeline = await policyTimeline(trx, days.unit);
  const placeOf = await placeFinder(trx);
  const wanted: Omit<HeldOfBook & { synthetic: boolean }, 'id'>[] = [];
  for (const member of officers) {
    const own = new Set(recorded.filter(({ officer }) => officer === member.officer).map(({ day }) => day));
    const posts = await postsOfBook(member, { ...days, timeline, placeOf });
    const found = leaveOfBook({
      ...{ absences: absent.filter(({ officer }) => officer === member.officer), recorded: own },
      ...{ from: days.from, to: days.to, postsOn: (day) => posts.get(day) ?? [] },
      weeklyMinutes: (day) => policyOn(timeline, day).policy.weeklyMinutes,
    });
    wanted.push(...found.map((each) => ({ officer: member.officer, synthetic: member.synthetic, ...each })));
  }
  return wanted;
}
