import { isOn } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { groupBy, type PostBook } from '../../organisation/index.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { readAbsences } from '../absences/absence-store.ts';
import { readOwnOrders } from '../absences/step-store.ts';
import { eventsHeld } from '../calendar/calendar-service.ts';
import { eventsWith } from '../calendar/events-with.ts';
import { isByOwnOrder } from '../duties/by-own-order.ts';
import { readDuties } from '../duties/duty-store.ts';
import { readIdsOfBook } from '../duties/leave-of-book-store.ts';
import { readLeave } from '../duties/leave-store.ts';
import { wardPostsOn } from '../duties/ward-post-on.ts';
import type { WardPlace } from '../model.ts';
import { placeOf, placesOfUnit } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import type { RosterRow } from './model.ts';
import type { PostThatDay, RosterRecords } from './plan/model.ts';
import { readClosedMonths, readOfficersOfUnit, readOfRosters, readReach } from './rosters-store.ts';

/** Days before a roster whose duties may still reach into it. */
const REACHES_DAYS = 1;

/** Everything that a roster is laid over: the unit's book, and what is held around its days. */
export const rosterRecords = within(
  'ringfence.roster-records',
  async (
    trx: Records,
    { book, rows, now, person }: { book: PostBook; rows: readonly RosterRow[]; now: Date; person: string | null },
  ): Promise<RosterRecords> => {
    const places = await placesOfBook(trx, book);
    // A rest day given back may have been worked long before.
    const days = rows.flatMap(({ day, charge }) => (charge === null ? [day] : [day, charge])).sort();
    const today = todayInLondon(now);
    const span = { from: dayBefore(days[0] ?? today), to: nextDay(days.at(-1) ?? today) };
    const around = { places: places.map(({ id }) => id), ...span };
    const timeline = await policyTimeline(trx, book.unit);
    const [duties, allLeave] = [await readDuties(trx, around), await readLeave(trx, around)];
    const ofBook = await readIdsOfBook(
      trx,
      allLeave.map(({ id }) => id),
    );
    const leave = allLeave.filter(({ id }) => !ofBook.has(id));
    const [dutiesOfRosters, leaveOfRosters] = [
      await readOfRosters(trx, 'duty', around),
      await readOfRosters(trx, 'leave', around),
    ];
    const absences = await readAbsences(trx, around);
    const reach = await readReach(trx);
    const written = new Set(reach.places);
    const closed = await readClosedMonths(trx, book.unit);
    const years = yearsOf(days, today);
    const events = new Set(eventsWith(await eventsHeld(trx, book.unit), years).map(({ key }) => key));
    const officers = await readOfficersOfUnit(trx, book.unit, book.synthetic);
    const wardNamed = wardsByWord(book, places);
    return {
      today,
      synthetic: book.synthetic,
      officers: new Map(officers.map((officer) => [officer.reference.toUpperCase(), officer])),
      postsOn: postsOfBook(book, places, (day) => policyOn(timeline, day).policy.vacancyAfterDays),
      wardCalled: (text, day) =>
        (wardNamed.get(text.trim().toLowerCase()) ?? []).find(({ during }) => isOn(during, day)) ?? null,
      mayWrite: (place, day) => written.has(place) || (reach.led[String(place)] ?? '9999') <= day,
      hasEvent: (key) => events.has(key),
      dayMinutes: (day) => policyOn(timeline, day).policy.dayMinutes,
      isClosed: (day) => closed.has(day.slice(0, 7)),
      duties: duties.map((duty) => ({
        ...duty,
        ofRoster: dutiesOfRosters.has(duty.id),
        byOwnOrder: isByOwnOrder(duty, person),
      })),
      leave: leave.map((each) => ({ ...each, ofRoster: leaveOfRosters.has(each.id) })),
      absences,
      ownOrders: await readOwnOrders(
        trx,
        absences.map(({ id }) => id),
      ),
    };
  },
);

function dayBefore(day: string): string {
  const before = new Date(`${day}T12:00:00Z`);
  before.setUTCDate(before.getUTCDate() - REACHES_DAYS);
  return before.toISOString().slice(0, 10);
}

const yearsOf = (days: readonly string[], today: string): number[] => {
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today].map((day) => Number(day.slice(0, 4)));
  const from = (first ?? 0) - 1;
  return Array.from({ length: Math.min((last ?? 0) - from + 2, 300) }, (_, index) => from + index);
};

/** A place for every ward of the book: those that are missing are made, so that it can be told whose they are. */
async function placesOfBook(trx: Records, { unit, wards }: PostBook): Promise<WardPlace[]> {
  const held = await placesOfUnit(trx, unit);
  const known = new Set(held.map(({ wardCode, boundaryVersion }) => `${wardCode} ${boundaryVersion}`));
  const made: WardPlace[] = [];
  for (const { code, boroughCode, boundaryVersion } of wards) {
    if (!known.has(`${code} ${boundaryVersion}`))
      made.push(await placeOf(trx, { unit, boroughCode, wardCode: code, boundaryVersion }));
  }
  return [...held, ...made];
}

const numberOf = (places: readonly WardPlace[]) => {
  const numbers = new Map(places.map((each) => [`${each.wardCode} ${each.boundaryVersion}`, each.id]));
  return (code: string, version: string): number => numbers.get(`${code} ${version}`) ?? 0;
};

function wardsByWord({ wards }: PostBook, places: readonly WardPlace[]) {
  const place = numberOf(places);
  const found = wards.flatMap(({ code, name, boundaryVersion, during }) =>
    [code, name].map((word) => ({ word: word.toLowerCase(), name, during, place: place(code, boundaryVersion) })),
  );
  return groupBy(found, ({ word }) => word);
}

/** The ward posts of officers, each worked out once for a day. */
function postsOfBook(book: PostBook, places: readonly WardPlace[], vacancyAfterDays: (day: string) => number) {
  const place = numberOf(places);
  const names = new Map(book.wards.map(({ code, boundaryVersion, name }) => [`${code} ${boundaryVersion}`, name]));
  const postings = groupBy(book.postings, ({ officer }) => officer);
  const posts = groupBy(book.posts, ({ reference }) => reference);
  const known = new Map<string, PostThatDay[]>();
  return (reference: string, day: string): readonly PostThatDay[] => {
    const key = `${reference} ${day}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const own = postings.get(reference) ?? [];
    const part = { postings: own, posts: own.flatMap(({ post }) => posts.get(post) ?? []) };
    const found = wardPostsOn(part, reference, day, vacancyAfterDays(day)).map((post) => ({
      place: place(post.wardCode, post.boundaryVersion),
      wardName: names.get(`${post.wardCode} ${post.boundaryVersion}`) ?? post.wardCode,
      attached: post.attachedUntil !== null,
      postClass: post.postClass,
      fraction: post.fraction,
    }));
    known.set(key, found);
    return found;
  };
}
