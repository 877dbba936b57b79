import { Refused, refuseIf } from '../../lib/refused.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Days } from '../post-book.ts';
import { type Change, lockSeats } from './change-book-service.ts';
import { daysOf, sayDays } from './days.ts';
import type { HeldPosting, Seat } from './model.ts';
import { readPostingsOfOfficers, readPostingsOfPosts } from './postings-store.ts';
import { saveDays } from './save-days-service.ts';
import { seatProblem } from './seat-problem.ts';

/** A rotation as it is held, with its locked post, and its new last day. */
interface Ended {
  held: HeldPosting;
  seat: Seat;
  version: number;
  last: string | null;
}

/**
 * Gives a rotation another last day: the officer is back at home on the next, and whoever covers goes when they are back.
 * @throws Refused where it would have no end, or the post at home has no room; StaleEdit where somebody was faster
 */
export async function endRotation(change: Change, { held, seat, version, last }: Ended): Promise<void> {
  const about = (sentence: string) => new Refused([{ field: 'last', sentence }]);
  if (last === null) throw about('They are lent, and come back: choose the last day there.');
  const during = daysOf(held.during.from, last);
  const rotation = { held, seat, version, during, returnsOn: last };
  const back = await homeOf(change, held);
  if (back === null) return saveDays(change, rotation);
  const { home, covers, room } = back;
  const [homeSeat] = await lockSeats(change.trx, [home.post]);
  if (homeSeat === undefined) throw about('The post they come back to may not be seen: ask who lent them.');
  const from = during.until ?? home.during.from;
  if (home.during.until !== null && from >= home.during.until)
    throw about(`They are posted at home ${sayDays(home.during)}: choose a day before ${longDate(home.during.until)}.`);
  const days: Days = { from, until: home.during.until };
  const problem = seatProblem(homeSeat, room, { fraction: home.fraction, during: days });
  refuseIf([problem === null ? null : { field: 'last', sentence: problem }]);
  const writes = [
    ...covers.map((cover) => ({ held: cover, seat: homeSeat, version: cover.version, during })),
    rotation,
    { held: home, seat: homeSeat, version: home.version, during: days },
  ];
  // Each gives its days up before another takes them.
  const earlier = from < home.during.from;
  for (const each of earlier ? writes : writes.toReversed()) await saveDays(change, each);
}

/** The posting that goes on after a rotation, who covers it meanwhile, and who else is in its post; null for none. */
async function homeOf({ trx }: Change, held: HeldPosting) {
  const theirs = await readPostingsOfOfficers(trx, [held.officer.id]);
  const goesOn = theirs.filter(({ kind, during }) => kind !== 'rotation' && during.from === held.during.until);
  const home = goesOn.find(({ post }) =>
    theirs.some((each) => each.post === post && each.during.until === held.during.from),
  );
  const found = home ?? goesOn.find(({ fraction }) => fraction === held.fraction);
  if (found === undefined) return null;
  const others = (await readPostingsOfPosts(trx, [found.post])).filter(({ id }) => id !== found.id);
  const covers = others.filter(
    ({ during, officer }) =>
      officer.id !== held.officer.id && during.from === held.during.from && during.until === held.during.until,
  );
  return { home: found, covers, room: others.filter((each) => !covers.includes(each)) };
}
