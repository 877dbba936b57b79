import { addMonths, type Month, monthRange } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { groupBy } from '../../organisation/index.ts';
import { postBook } from '../../organisation/service.ts';
import { may, published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readClosed } from '../closing/closed-store.ts';
import { lastDayOfMonth } from '../closing/closing-day.ts';
import type { PolicyInForce, WardPlace } from '../model.ts';
import { placesOfUnit } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { type ClosedMonth, publicReport } from '../published.ts';
import { type AreaAsked, type FoundArea, reportArea } from './find-area-service.ts';
import type { MonthReport, Tally, YearSoFar } from './model.ts';
import { monthReport, type WardLine, yearOf, yearStart } from './month-report.ts';
import { promisesOf, type WardPromise } from './promises-of.ts';
import { type KeptPromise, type LedgerSum, readPromises, readSums, readTotalsSince } from './report-store.ts';
import { sumOfTallies, tallyOf } from './tally-of.ts';

export type ReportAsked = AreaAsked & { month: Month };
export type ReportsAsked = AreaAsked & { from: Month; to: Month };

/**
 * The ring-fence report of a month: live sums for who may see the duties of every ward of the area (the inspector, command,
 * an auditor with a reason, the sergeant of a ward that they lead); for everybody else, officers of the ward and analysts,
 * who see totals alone, among them, what was closed. null: nothing is public of that month yet.
 * @throws NotFound, InvalidRequest when there is no such area, or too little is said
 */
export const ringfenceReport = published(
  'ringfence.report',
  async (platform: Platform, { month, ...asked }: ReportAsked): Promise<MonthReport | null> => {
    const [report] = await reportsOf(platform, { ...asked, from: month, to: month });
    return report ?? null;
  },
);

/** The same of every month from one to another, in order; months of which nothing is public are left out. */
export const ringfenceReports = published(
  'ringfence.reports',
  (platform: Platform, asked: ReportsAsked): Promise<MonthReport[]> => reportsOf(platform, asked),
);

/** What is public of those months, whoever asks: for files that everybody takes. */
export const publicReports = published(
  'ringfence.public-reports',
  async (platform: Platform, asked: ReportsAsked): Promise<MonthReport[]> => {
    const found = await reportArea(platform.records, asked);
    return fromClosed(found, asked, await closedOf(platform, found, asked));
  },
);

/** Months of a unit that are public, in order. */
export const publicMonths = published(
  'ringfence.public-months',
  async (platform: Platform, unit: string | null): Promise<Month[]> => {
    const { area } = await reportArea(platform.records, { unit });
    const asked = { unit: area.unit, from: '0001-01' as Month, to: '9999-12' as Month, wardCode: '' };
    const closed = await platform.records.transaction().execute((trx) => readClosed(trx, asked));
    return closed.map(({ content }) => content.month);
  },
);

async function reportsOf(platform: Platform, asked: ReportsAsked): Promise<MonthReport[]> {
  const found = await reportArea(platform.records, asked);
  const live = platform.principal.kind === 'visitor' ? null : await liveFigures(platform, found, asked);
  if (live === null) return fromClosed(found, asked, await closedOf(platform, found, asked));
  const { from } = live;
  const promises = await withOpenMonths(platform, found, live, from);
  const reports = fromLedger(found, { ...asked, from }, { ...live, promises, today: todayInLondon(platform.now()) });
  if (from === asked.from) return reports;
  const before = { ...asked, to: addMonths(from, -1) };
  return [...fromClosed(found, before, await closedOf(platform, found, before)), ...reports];
}

function closedOf(platform: Platform, { area }: FoundArea, { from, to }: ReportsAsked): Promise<ClosedMonth[]> {
  const asked = { unit: area.unit, from: yearStart(from), to, wardCode: area.kind === 'ward' ? area.code : null };
  return platform.records.transaction().execute((trx) => readClosed(trx, asked));
}

function fromClosed({ area }: FoundArea, { from }: ReportsAsked, closed: readonly ClosedMonth[]): MonthReport[] {
  return closed.filter(({ content }) => content.month >= from).map((month) => publicReport(area, month, closed));
}

/** What the ledger has of an area, from the April before the first month asked about, or the first month that may be seen. */
interface Live {
  /** First of the months asked about of which whoever acts may see every day: those before it are seen as everybody does. */
  from: Month;
  months: Month[];
  places: WardPlace[];
  /** Of the months asked about by place; of those before, over the whole area where it is more than a ward. */
  totals: LedgerSum[];
  kept: KeptPromise[];
  timeline: PolicyInForce[];
}

/** Live sums; null where whoever acts may not see those of all the area. */
async function liveFigures(platform: Platform, { area }: FoundArea, asked: ReportsAsked): Promise<Live | null> {
  return platform.records.transaction().execute(async (trx) => {
    const places = await placesIn(trx, area);
    const ids = places.map(({ id }) => id);
    const wardCode = area.kind === 'ward' ? area.code : null;
    const where = { unit: area.unit, boroughCode: area.boroughCode, wardCode, places: ids };
    const since = await readTotalsSince(trx, where);
    const first = since === null ? null : firstWholeMonth(since);
    if (first === null || first > asked.to) return null;
    const from = first > asked.from ? first : asked.from;
    const begins = first > yearStart(from) ? first : yearStart(from);
    const span = { places: ids, from: begins, to: asked.to };
    // Over one ward there is nothing to add up of the months before, and asking twice takes as long again.
    const together = ids.length === 1 || begins === from;
    const own = await readSums(trx, { ...span, from: together ? begins : from, byPlace: true });
    const earlier = together ? [] : await readSums(trx, { ...span, to: addMonths(from, -1), byPlace: false });
    const timeline = await policyTimeline(trx, area.unit);
    const [months, totals] = [monthRange(begins, asked.to), [...earlier, ...own]];
    return { from, months, places, timeline, totals, kept: await readPromises(trx, span) };
  });
}

/** "2026-03" for its first day, and "2026-04" for any other day of it. */
function firstWholeMonth(day: string): Month {
  const month = day.slice(0, 7) as Month;
  return day.endsWith('-01') ? month : addMonths(month, 1);
}

async function placesIn(trx: Records, { unit, kind, code }: FoundArea['area']): Promise<WardPlace[]> {
  const places = await placesOfUnit(trx, unit);
  if (kind === 'unit') return places;
  return places.filter(({ boroughCode, wardCode }) => (kind === 'borough' ? boroughCode : wardCode) === code);
}

/** Promises of every month: those that were kept when it was closed, and by the post book where it is open still. */
async function withOpenMonths(
  platform: Platform,
  { area }: FoundArea,
  { months, kept, totals, timeline }: Live,
  from: Month,
): Promise<ReadonlyMap<Month, readonly WardPromise[]>> {
  const byMonth = new Map<Month, readonly WardPromise[]>(groupBy(kept, ({ month }) => month));
  // Before anything was recorded nothing was promised by these records.
  const first = [...kept, ...totals].reduce((least, { month }) => (month < least ? month : least), from);
  const open = months.filter((month) => month >= first && !byMonth.has(month));
  const { unit, kind, code } = area;
  if (open.length === 0 || !may(platform.principal, { module: 'postings', act: 'read', place: null })) return byMonth;
  const book = await postBook(platform, unit);
  for (const month of open) {
    const { policy } = policyOn(timeline, lastDayOfMonth(month));
    const promises = promisesOf(book, { month, policy }).filter(
      ({ wardCode, boroughCode }) => kind === 'unit' || (kind === 'ward' ? wardCode : boroughCode) === code,
    );
    byMonth.set(month, promises);
  }
  return byMonth;
}

function fromLedger(
  { area, names }: FoundArea,
  { from, to }: ReportsAsked,
  live: Omit<Live, 'kept'> & { promises: ReadonlyMap<Month, readonly WardPromise[]>; today: string },
): MonthReport[] {
  const places = new Map(live.places.map((place) => [place.id, place]));
  const byMonth = groupBy(live.totals, ({ month }) => month);
  const linesOf = (month: Month): WardLine[] =>
    (byMonth.get(month) ?? []).flatMap((total) => {
      const place = total.place === null ? undefined : places.get(total.place);
      return place === undefined ? [] : [{ ...total, wardCode: place.wardCode, boroughCode: place.boroughCode }];
    });
  const years = yearsSoFar(live.months, (month) => {
    const promises = live.promises.get(month) ?? [];
    const lines = byMonth.get(month) ?? [];
    return lines.length + promises.length === 0 ? null : tallyOf(lines, sumOfPromises(promises));
  });
  return monthRange(from, to).map((month) =>
    monthReport(area, {
      ...{ month, names, lines: linesOf(month), promises: live.promises.get(month) ?? [] },
      policy: policyOn(live.timeline, lastDayOfMonth(month)),
      yearSoFar: years.get(month) ?? yearOf(new Map(), yearStart(month), month),
      over: lastDayOfMonth(month) < live.today,
      synthetic: (byMonth.get(month) ?? []).some(({ synthetic }) => synthetic),
    }),
  );
}

/** Every month's year so far: each is that of the month before and its own. Months without figures add nothing. */
function yearsSoFar(months: readonly Month[], tallyOfMonth: (month: Month) => Tally | null): Map<Month, YearSoFar> {
  const years = new Map<Month, YearSoFar>();
  let year = yearOf(new Map(), months[0] ?? '0001-04', months[0] ?? '0001-04');
  for (const month of months) {
    const from = yearStart(month) < (months[0] ?? month) ? (months[0] ?? month) : yearStart(month);
    if (from === month) year = yearOf(new Map(), from, month);
    const own = tallyOfMonth(month);
    year =
      own === null
        ? { ...year, to: month }
        : { from, to: month, months: year.months + 1, ofMonths: year.months + 1, ...sumOfTallies([year, own]) };
    years.set(month, year);
  }
  return years;
}

const sumOfPromises = (promises: readonly WardPromise[]) => ({
  promisedMinutes: promises.reduce((sum, { promisedMinutes }) => sum + promisedMinutes, 0),
  vacancyMinutes: promises.reduce((sum, { vacancyMinutes }) => sum + vacancyMinutes, 0),
});
