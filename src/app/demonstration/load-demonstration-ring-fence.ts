import { nextDay } from '../../lib/calendar/london-span.ts';
import { londonTime } from '../../lib/calendar/london-time.ts';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { CENTRAL_NORTH, type PostBook } from '../../organisation/index.ts';
import { postBook } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { type RingfencePolicy, SHIPPED_POLICIES, shippedEvents } from '../../ringfence/index.ts';
import { lastMadeUpDay, layMadeUpRule, layMadeUpTimes } from '../../ringfence/service.ts';
import type { EventOfDay } from './ring-fence/made-up-day.ts';
import { madeUpTimes, onDutyNow } from './ring-fence/made-up-times.ts';
import { wardTurns } from './ring-fence/ward-turns.ts';

const unit = CENTRAL_NORTH.name;
/** Months of the ledger before the present one: enough for limits of a control chart. */
const MONTHS_BEFORE = 16;
/** Days ahead that the roster is laid for. */
const DAYS_AHEAD = 9;
/** Laid anew once no more days than these are left of it. */
const DAYS_LEFT = 4;
const OFFICER = { post: 'BLOOMSBURY-DWO-1', email: 'officer@demonstration.example' };
const SERGEANT = { post: 'BLOOMSBURY-SERGEANT', email: 'sergeant@demonstration.example' };
const ADOPTED_FROM = '2025-04-01';

/** What the made-up unit adopted: the extra officers are ring-fenced as the first two are. */
const ADOPTED: RingfencePolicy = {
  ...SHIPPED_POLICIES['permitted-default'].policy,
  title: 'Extra officers are ring-fenced too; training and own-case court are permitted',
  classes: { floor: 'ring-fenced', extra: 'ring-fenced', pcso: 'ring-fenced' },
};

/**
 * Lays the demonstration's duties: sixteen months of the ledger where nothing else is said, the last two of them duty by duty, and a roster of the days
 * ahead. On a later start it goes on where the roster ends, so that somebody is on duty whenever one looks.
 * @param monthsBefore of the ledger before the present one
 * @returns whether it laid any
 */
export async function loadDemonstrationRingFence(platform: Platform, monthsBefore = MONTHS_BEFORE): Promise<boolean> {
  const now = londonTime(platform.now());
  const last = await lastMadeUpDay(platform, unit);
  if (last !== null && last >= daysAfter(now.date, DAYS_LEFT)) return false;
  const book = await postBook(platform, unit);
  if (!book.synthetic) return false;
  const month = now.date.slice(0, 7) as Month;
  const turns = wardTurns(book);
  const laid = madeUpTimes({
    turns,
    from: last === null ? `${addMonths(month, -monthsBefore)}-01` : nextDay(last),
    to: daysAfter(now.date, DAYS_AHEAD),
    confirmedBefore: daysAfter(now.date, -2),
    eventOn,
  });
  if (last !== null) {
    await layMadeUpTimes(platform, { unit, times: laid, inFullFrom: nextDay(last) });
    return true;
  }
  const people = new Map([OFFICER, SERGEANT].map(({ post, email }) => [holderOf(book, post, now.date), email]));
  const because = 'Made up for the demonstration: adopted by its commander after a review with both councils.';
  await layMadeUpRule(platform, { unit, from: ADOPTED_FROM, policy: ADOPTED, because, people });
  const own = turns.find(({ officer, until }) => officer === holderOf(book, OFFICER.post, now.date) && until === null);
  const hour = Number(now.time.slice(0, 2));
  const times = own === undefined ? laid : onDutyNow(laid, own, { day: now.date, hour });
  await layMadeUpTimes(platform, { unit, times, inFullFrom: `${addMonths(month, -1)}-01` });
  return true;
}

/** Reference of the officer in a post on a day; empty where there is nobody. */
function holderOf({ postings }: PostBook, post: string, day: string): string {
  const held = postings.find(
    (each) => each.post === post && each.during.from <= day && (each.during.until === null || each.during.until > day),
  );
  return held?.officer ?? '';
}

function eventOn(day: string): EventOfDay | null {
  const found = shippedEvents(Number(day.slice(0, 4))).find(
    ({ firstDay, lastDay, calledOff }) => firstDay <= day && lastDay >= day && calledOff === null,
  );
  return found === undefined || found.kind === 'major-emergency' ? null : { key: found.key, kind: found.kind };
}

function daysAfter(day: string, count: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}
