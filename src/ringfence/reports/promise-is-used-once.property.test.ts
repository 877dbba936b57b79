import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { awayFrom, dutyOn } from '../../../test/builders/ringfence-cases.ts';
import type { Posting } from '../../organisation/index.ts';
import { leaveOfBook } from '../duties/leave-of-book.ts';
import { settleDuty } from '../duties/settle-duty.ts';
import { wardPostsOn } from '../duties/ward-post-on.ts';
import { leaveLine } from '../ledger/leave-line.ts';
import { ledgerLinesOf } from '../ledger/ledger-lines.ts';
import type { LedgerLine } from '../model.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import { promisesOf } from './promises-of.ts';
import { tallyOf } from './tally-of.ts';

const { policy } = PERMITTED_DEFAULT;
const MONTH = '2026-06';
const DAYS = Array.from({ length: 30 }, (_, index) => `2026-06-${String(index + 1).padStart(2, '0')}`);
const WARDS = ['E05013653', 'E05013655'];
const POSTS = [
  ...WARDS.map((ward, index) => postOf(`W${index}`, { wards: [ward] })),
  postOf('ELSE', { duty: 'pan-borough', wards: [], boundaryVersion: null, wardClass: null }),
];
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** One after another from May on: where to, as what, and for how many days. */
const stretches = fc.array(
  fc.record({
    post: fc.constantFrom('W0', 'W1', 'ELSE', null),
    kind: fc.constantFrom('posting' as const, 'rotation' as const, 'acting' as const),
    days: fc.integer({ min: 3, max: 45 }),
  }),
  { minLength: 1, maxLength: 6 },
);
type Stretches = typeof stretches extends fc.Arbitrary<infer All> ? All : never;

/** What each day of the month was: a roster, leave by hand, neither. */
const month = fc.array(fc.constantFrom('duty' as const, 'leave' as const, 'none' as const), {
  minLength: DAYS.length,
  maxLength: DAYS.length,
});

function postingsOf(given: Stretches): Posting[] {
  let from = '2026-05-01';
  return given.flatMap(({ post, kind, days }) => {
    const until = dayAfter(from, days);
    const during = { from, until };
    from = until;
    return post === null ? [] : [postingOf('1', post, { kind, during })];
  });
}

/**
 * By its own simple reckoning: the ward post that an officer fills on a day, with whether they are attached elsewhere. Days are
 * looked at one by one, and how long they have been elsewhere by walking back and on.
 */
function fills(postings: readonly Posting[], day: string): { ward: string; attached: boolean } | null {
  const on = (date: string) => postings.find(({ during }) => during.from <= date && date < (during.until ?? '9999'));
  const wardOf = (posting: Posting | undefined) => POSTS.find(({ reference }) => reference === posting?.post)?.wards[0];
  const isPosted = (date: string) => on(date)?.kind === 'posting' && wardOf(on(date)) !== undefined;
  const here = on(day);
  const ward = wardOf(here);
  if (here === undefined) return null;
  if (isPosted(day) && ward !== undefined) return { ward, attached: false };
  const home = short(day, (date) => on(date) !== undefined && !isPosted(date));
  const homeWard = home === null || !isPosted(home) ? undefined : wardOf(on(home));
  if (homeWard !== undefined) return { ward: homeWard, attached: true };
  if (ward !== undefined) return { ward, attached: false };
  // Elsewhere for a short time from a ward post that was itself held on rotation or acting, and counted as filled.
  const left = short(day, (date) => on(date) !== undefined && wardOf(on(date)) === undefined);
  if (left === null || wardOf(on(left)) === undefined || isPosted(left)) return null;
  const filled = fills(postings, left);
  return filled === null || filled.attached ? null : { ward: filled.ward, attached: true };
}

/** The day before a stretch on end that is no longer than the policy's days; null for a longer one. */
function short(day: string, holds: (date: string) => boolean): string | null {
  let [first, last, days] = [day, day, 1];
  while (holds(dayAfter(first, -1))) [first, days] = [dayAfter(first, -1), days + 1];
  while (holds(dayAfter(last, 1))) [last, days] = [dayAfter(last, 1), days + 1];
  return days > policy.vacancyAfterDays ? null : dayAfter(first, -1);
}

test('which ward post is filled on each day is as the days counted one by one say', () => {
  fc.assert(
    fc.property(stretches, (given) => {
      const postings = postingsOf(given);
      const book = bookOf({ posts: POSTS, postings });
      for (const day of DAYS) {
        const [found] = wardPostsOn(book, '1', day, policy.vacancyAfterDays);
        const asked = found === undefined ? null : { ward: found.wardCode, attached: found.attachedUntil !== null };
        expect([day, asked]).toEqual([day, fills(postings, day)]);
      }
    }),
    { numRuns: 300 },
  );
});

test('every promised minute is vacancy, leave, rostered or in no roster, whichever came first, roster or book', () => {
  const absent = fc.boolean();
  fc.assert(
    fc.property(stretches, stretches, month, absent, (before, now, roster, isAbsent) => {
      const [planned, kept] = [postingsOf(before), postingsOf(now)];
      const lines = linesOf(planned, kept, roster, isAbsent);
      const promises = promisesOf(bookOf({ posts: POSTS, postings: kept }), { month: MONTH, policy });
      for (const [place, ward] of WARDS.entries()) {
        const promise = promises.find(({ wardCode }) => wardCode === ward);
        const total = tallyOf(
          lines.filter((line) => line.place === place),
          promise,
        );
        const filled = DAYS.filter((day) => fills(kept, day)?.ward === ward);
        const vacant = DAYS.length - filled.length;
        expect(total.vacancyMinutes).toBe(Math.round((vacant * policy.weeklyMinutes) / 7));
        const { leaveMinutes, availableMinutes, unrosteredMinutes, vacancyMinutes, promisedMinutes } = total;
        expect(vacancyMinutes + (leaveMinutes ?? 0) + availableMinutes + (unrosteredMinutes ?? 0)).toBe(
          promisedMinutes,
        );
        // Nothing is rostered, and no leave counted, on a day that is vacancy.
        const counted = new Set(lines.filter((line) => line.place === place).map(({ day }) => day));
        for (const day of counted) expect(filled).toContain(day);
        const duties = filled.filter((day) => kindOn(roster, day) === 'duty' && fills(planned, day) !== null);
        expect(availableMinutes).toBe(duties.length * 480);
      }
    }),
    { numRuns: 200 },
  );
});

const kindOn = (roster: readonly ('duty' | 'leave' | 'none')[], day: string) => roster[DAYS.indexOf(day)] ?? 'none';

/** What the ledger says of a roster that was planned by one book, once the book is another. */
function linesOf(
  planned: readonly Posting[],
  kept: readonly Posting[],
  roster: readonly ('duty' | 'leave' | 'none')[],
  isAbsent: boolean,
): LedgerLine[] {
  const book = bookOf({ posts: POSTS, postings: [...kept] });
  const postsOn = (day: string) =>
    wardPostsOn(book, '1', day, policy.vacancyAfterDays).map((post) => ({
      ...post,
      place: WARDS.indexOf(post.wardCode),
      attached: post.attachedUntil !== null,
    }));
  const recorded = new Set<string>();
  const lines = DAYS.flatMap((day, index): LedgerLine[] => {
    const kind = kindOn(roster, day);
    const wasPosted = fills(planned, day);
    if (kind === 'none' || wasPosted === null) return [];
    recorded.add(day);
    const written = dutyOn(day, { id: index, place: WARDS.indexOf(wasPosted.ward) });
    const settled = settleDuty({ ...written, counted: true }, postsOn(day), []);
    if (!settled.counted) return [];
    const { place, postClass } = settled;
    if (kind === 'leave') return [leaveLine({ officer: 1, place, postClass, day, minutes: 343 })];
    const duty = { ...written, place, postClass };
    const absences = settled.attachment === 'record' ? [awayFrom(duty, { reason: 'attachment', order: null })] : [];
    return ledgerLinesOf({ duty, absences, timeline: [], events: [], charged: new Map() });
  });
  const absences = isAbsent ? [{ from: '2026-06-05', until: '2026-06-25' }] : [];
  const [from = '', to = ''] = [DAYS[0], DAYS.at(-1)];
  const byBook = leaveOfBook({ absences, from, to, recorded, postsOn, weeklyMinutes: () => policy.weeklyMinutes });
  return [...lines, ...byBook.map((each) => leaveLine({ officer: 1, ...each }))];
}
