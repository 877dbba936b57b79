import { type Month, monthName, monthRange } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { groupBy, type PostBook } from '../../organisation/index.ts';
import { postBook } from '../../organisation/service.ts';
import { ownWork } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { enterDuties } from '../ledger/ledger-service.ts';
import { followBook } from '../ledger/reentry-service.ts';
import type { PolicyInForce } from '../model.ts';
import { placeFinder, placesOfUnit } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import type { ClosedMonth } from '../published.ts';
import { reportArea } from '../reports/find-area-service.ts';
import { yearStart } from '../reports/month-report.ts';
import { promisesOf } from '../reports/promises-of.ts';
import { readPromises } from '../reports/report-store.ts';
import { readClosed } from './closed-store.ts';
import { lastDayOfMonth, latestClosing } from './closing-day.ts';
import {
  insertClosed,
  keepPromises,
  lockClosing,
  type ReadLine,
  readClosingLines,
  readDutiesOfMonth,
  readFirstMonth,
  readLastLines,
  readUnitsRecorded,
} from './closing-store.ts';
import type { PublicMonth } from './model.ts';
import { publicMonth } from './public-month.ts';
import { quarterOfMonth } from './quarter-month.ts';
import { endsYear, wardYears } from './ward-years.ts';

/** Duties that are reckoned anew with one question each of the records. */
const BATCH = 500;

/** A month that was closed, or came out anew. */
export interface Closing {
  unit: string;
  month: Month;
  /** 1 the first time. */
  revision: number;
}

/** The closing that a unit stands before. */
interface Due {
  unit: string;
  /** Closing day. */
  day: string;
  /** Months that were never closed, in order. */
  open: Month[];
  /** Closed months of which more was entered since. */
  touched: Month[];
  timeline: PolicyInForce[];
}

/**
 * Closes every month that is due, of every unit: its duties are reckoned anew, and what is public of it is worked out from
 * everything that is recorded by then, put away and never changed; what was corrected since comes out as a further revision.
 * Done by the calendar and by nobody's leave, whether the records are complete or not: see decision 0021. Twice on end, or by
 * two processes at once, it comes to the same.
 * @returns what was put away, in order; empty where nothing was due
 */
export const closeDueMonths = ownWork('ringfence.close-due-months', async (platform: Platform): Promise<Closing[]> => {
  const units = await platform.records.transaction().execute((trx) => readUnitsRecorded(trx));
  const closings: Closing[] = [];
  for (const unit of units) {
    const due = await dueOf(platform, unit);
    if (due === null) continue;
    // What the book says late of an open month is in both or in neither: a vacancy, and no duty besides.
    const [first = null, last = first] = [due.open[0], due.open.at(-1)];
    if (first !== null && last !== null)
      await followBook(platform, { unit, firstDay: `${first}-01`, lastDay: lastDayOfMonth(last) });
    const book = due.open.length > 0 ? await postBook(platform, unit) : null;
    if (book !== null) await keepPromisesOf(platform, due, book);
    // In order: the last month of a year tells of all twelve.
    for (const month of [...due.open, ...due.touched].sort()) {
      const closing = await closeMonth(platform, due, month);
      if (closing !== null) closings.push(closing);
    }
  }
  return closings;
});

/** What is to be closed of a unit; null: nothing. */
async function dueOf(platform: Platform, unit: string): Promise<Due | null> {
  return platform.records.transaction().execute(async (trx) => {
    const timeline = await policyTimeline(trx, unit);
    const { month: last, day } = latestClosing(timeline, todayInLondon(platform.now()));
    const first = await readFirstMonth(trx, unit);
    if (first === null || first > last) return null;
    const closed = await readClosed(trx, { unit, from: first, to: last, wardCode: '' });
    const months = new Set(closed.map(({ content }) => content.month));
    const open = monthRange(first, last).filter((month) => !months.has(month));
    const lines = await readLastLines(trx, unit);
    const touched = closed
      .map(({ content }) => content)
      .filter(({ month, asOf, through }) => asOf < day && (lines.get(month) ?? 0) > through)
      .map(({ month }) => month);
    // Corrections come out with a closing of the calendar, and on no other day: older months before those that are due.
    return open.length === 0 ? null : { unit, day, open, touched, timeline };
  });
}

/** Keeps what the open months promised: the post book goes on, and a month that is closed stays as it was. */
async function keepPromisesOf(platform: Platform, { unit, open, timeline }: Due, book: PostBook): Promise<void> {
  const { synthetic } = book;
  await platform.records.transaction().execute(async (trx) => {
    const placeOf = await placeFinder(trx);
    for (const month of open) {
      const { policy } = policyOn(timeline, lastDayOfMonth(month));
      const promises = [];
      for (const promise of promisesOf(book, { month, policy })) {
        const { boroughCode, wardCode, boundaryVersion } = promise;
        promises.push({ ...promise, place: await placeOf({ unit, boroughCode, wardCode, boundaryVersion }) });
      }
      await keepPromises(trx, promises, { month, synthetic, keptAt: platform.now() });
    }
  });
}

/** Puts a month away, unless that was done meanwhile or what is public of it stays as it was. */
async function closeMonth(platform: Platform, due: Due, month: Month): Promise<Closing | null> {
  const { unit, day } = due;
  const { names } = await reportArea(platform.records, { unit });
  return platform.records.transaction().execute(async (trx) => {
    await lockClosing(trx, unit);
    const from = endsYear(month) ? yearStart(month) : month;
    const closed = await readClosed(trx, { unit, from, to: month });
    const before = closed.find(({ content }) => content.month === month) ?? null;
    if (before !== null && before.content.asOf >= day) return null;
    // A line that does not follow from its duty is taken back before anything of it is public.
    const by = { actor: platform.actor, at: platform.now() };
    const duties = await readDutiesOfMonth(trx, unit, month);
    for (let at = 0; at < duties.length; at += BATCH) await enterDuties(trx, duties.slice(at, at + BATCH), by);
    const lines = await readClosingLines(trx, unit, from, month);
    const content = await contentOf(trx, { due, month, names, lines, closed });
    if (content === null || (before !== null && isSame(before.content, content))) return null;
    const revision = (before?.revision ?? 0) + 1;
    const hash = contentHash(content);
    await insertClosed(trx, content, { revision, hash, closedAt: platform.now() });
    await recordAudit(trx, {
      actor: platform.actor,
      action: 'ringfence.close-month',
      subject: monthName(month),
      detail: { unit, month, revision, hash },
    });
    return { unit, month, revision };
  });
}

/** What is public of a month at this closing; null where names that would be needed for a revision are gone. */
async function contentOf(
  trx: Records,
  given: {
    due: Due;
    month: Month;
    names: ReadonlyMap<string, string>;
    lines: readonly ReadLine[];
    closed: readonly ClosedMonth[];
  },
): Promise<PublicMonth | null> {
  const { due, month, names, lines, closed } = given;
  const { unit, day, timeline } = due;
  const byMonth = groupBy(lines, (line) => line.month);
  const own = byMonth.get(month) ?? [];
  const before = closed.find(({ content }) => content.month === month)?.content ?? null;
  if (before !== null && lines.some(({ officer }) => officer === null)) return null;
  const places = (await placesOfUnit(trx, unit)).map(({ id }) => id);
  const promises = await readPromises(trx, { places, from: month, to: month });
  const synthetic = [...own, ...promises].some((each) => each.synthetic);
  const content = publicMonth({ ...{ unit, month, lines: own, promises, timeline, names }, synthetic }, day, before);
  if (before !== null) return { ...content, wardYears: before.wardYears };
  const year = [...closed.map((each) => each.content), content].map((published) => ({
    published,
    lines: byMonth.get(published.month) ?? [],
    least: quarterOfMonth(timeline, published.month),
  }));
  return { ...content, wardYears: wardYears(month, year) };
}

/** Whether two closings say the same of a month: then the later says nothing. */
const isSame = (before: PublicMonth, after: PublicMonth): boolean =>
  contentHash({ ...before, asOf: '', through: 0 }) === contentHash({ ...after, asOf: '', through: 0 });
