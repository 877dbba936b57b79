import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { findMeasure } from '../../measures/index.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { guarded, may, type Place, published, worksWithMadeUp } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { tryWrite } from '../../platform/concurrency/index.ts';
import { inRefusingTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import type { PerformanceArea } from '../model.ts';
import { type ChartMonth, chartMonths } from './chart-months.ts';
import { type EntryTyped, entryProblems, monthProblems } from './entry-problems.ts';
import type { ChartEntry } from './model.ts';
import { insertEntry, readEntries, readEntry, readMadeUpEntries, saveWithdrawn } from './settings-store.ts';

/** Where an area lies, for who may enter something about its charts. */
interface AreaPlace {
  area: PerformanceArea;
  unit: string;
  boroughCode: string | null;
  wardCode: string | null;
}

async function placeOfArea(platform: Platform, word: string): Promise<AreaPlace | { because: string }> {
  const today = todayInLondon(platform.now());
  const found = await findPerformanceArea(platform, { word, asAt: today });
  if (found.kind === 'refused') return found;
  const { area } = found;
  const boroughCode = area.kind === 'borough' ? area.word : area.boroughCode;
  const units = await listUnits(platform.records);
  const unit = units.find(
    (each) => each.name === area.word || boroughsOn(each, today).some(({ code }) => code === boroughCode),
  );
  if (unit === undefined) return { because: `${area.name} is in no command unit here: choose one of its areas.` };
  return { area, unit: unit.name, boroughCode, wardCode: area.kind === 'ward' ? area.word : null };
}

async function placeOfEntry(platform: Platform, { area }: EntryTyped): Promise<Place> {
  const place = await placeOfArea(platform, area);
  if ('because' in place) return {};
  return asPlace(place);
}

const asPlace = ({ unit, boroughCode, wardCode }: Pick<ChartEntry, 'unit' | 'boroughCode' | 'wardCode'>): Place => ({
  unit,
  borough: boroughCode ?? undefined,
  ward: wardCode ?? undefined,
});

/** Whether who asks may enter something about the charts of an area. */
export const mayEnterAt = published(
  'performance.may-enter-chart-setting',
  async (platform: Platform, area: string): Promise<boolean> => {
    const place = await placeOfArea(platform, area);
    if ('because' in place) return false;
    return may(platform.principal, { module: 'performance', act: 'write', place: asPlace(place) });
  },
);

const STANDS = 'Another one stands already: withdraw it first.';

/**
 * Enters a step change, or the months that limits are taken from, for one measure of one area. What stands just so already is
 * led to instead.
 * @throws Refused, with the fields of {@link EntryTyped}
 */
export const enterChartSetting = guarded(
  { name: 'performance.enter-chart-setting', module: 'performance', act: 'write', place: placeOfEntry },
  async (platform: Platform, typed: EntryTyped): Promise<ChartEntry> => {
    const problems = entryProblems(typed);
    // Areas and figures are looked up before: clusters are read in a transaction of their own.
    const place = await placeOfArea(platform, typed.area);
    if ('because' in place) throw new Refused([...problems, { field: 'area', sentence: place.because }]);
    refuseIf(problems);
    const { measure, kind, from, to, reason } = typed;
    if (!isMonth(from)) throw new Refused(problems);
    const entry = {
      ...{ measure, kind, from, to: kind === 'held limits' && isMonth(to) ? to : null, reason: reason.trim() },
      ...{ unit: place.unit, boroughCode: place.boroughCode, wardCode: place.wardCode, area: place.area.word },
      synthetic: worksWithMadeUp(platform),
    };
    const thisMonth = todayInLondon(platform.now()).slice(0, 7) as Month;
    refuseIf(monthProblems(entry, { thisMonth, points: await pointsOf(platform, measure, place.area) }));
    return inRefusingTransaction(platform, (trx) => enter(platform, trx, entry));
  },
);

/** The points that a chart of a measure and an area has. */
async function pointsOf(platform: Platform, measure: string, area: PerformanceArea): Promise<ChartMonth[]> {
  const [figures] = await monthlyFigures(platform, { measures: [measure], areas: [area], vintage: null });
  return figures === undefined ? [] : chartMonths(figures, findMeasure(measure)?.every === 'quarter' ? 3 : 1);
}

async function enter(
  platform: Platform,
  trx: Records,
  entry: Omit<ChartEntry, 'id' | 'entered' | 'withdrawn'>,
): Promise<ChartEntry> {
  const { actor } = platform;
  const written = { by: actor, at: platform.now() };
  const saved = await tryWrite(trx, 'one_standing_chart_setting', () => insertEntry(trx, entry, written));
  if (saved.kind !== 'written') {
    const there = await readEntries(trx, { measures: [entry.measure], areas: [entry.area] });
    const same = there.find((each) => each.withdrawn === null && isSame(each, entry));
    if (same === undefined) throw new Refused([{ field: 'from', sentence: STANDS }]);
    return same;
  }
  await recordAudit(trx, {
    ...{ actor, action: 'performance.enter-chart-setting', subject: subjectOf(entry), reason: entry.reason },
    detail: { setting: saved.result, from: entry.from, to: entry.to },
  });
  return found(await readEntry(trx, saved.result));
}

type Entered = Pick<ChartEntry, 'unit' | 'kind' | 'from' | 'to' | 'reason' | 'synthetic'>;
const isSame = (a: Entered, b: Entered): boolean =>
  a.unit === b.unit &&
  a.kind === b.kind &&
  a.from === b.from &&
  a.to === b.to &&
  a.reason === b.reason &&
  a.synthetic === b.synthetic;

/** What is withdrawn, and why. */
export interface EntryWithdrawn {
  id: number;
  /** The chart it was seen at: name of the measure, and word of the area. */
  measure: string;
  area: string;
  because: string;
}

async function placeOfStanding({ records }: Platform, { id }: EntryWithdrawn): Promise<Place> {
  const entry = await readEntry(records, id);
  return entry === null ? {} : asPlace(entry);
}

/** Withdraws an entry: charts are drawn without it from now on. What was withdrawn just so already is led to. @throws Refused */
export const withdrawChartSetting = guarded(
  { name: 'performance.withdraw-chart-setting', module: 'performance', act: 'write', place: placeOfStanding },
  (platform: Platform, { id, measure, area, because }: EntryWithdrawn): Promise<ChartEntry> =>
    inRefusingTransaction(platform, async (trx) => {
      const { actor } = platform;
      const reason = because.trim();
      const before = await readEntry(trx, id);
      if (before === null || before.measure !== measure || before.area !== area)
        throw new Refused([{ field: null, sentence: 'It is no entry of this chart: open the chart it is of.' }]);
      const isTheirs = platform.principal.kind === 'wardroom' || before.synthetic === worksWithMadeUp(platform);
      refuseIf([
        isTheirs ? null : { field: null, sentence: NOT_THEIRS },
        textProblem('because', reason, 300, 'Say why it is withdrawn, in at most 300 letters.'),
      ]);
      const { withdrawn } = before;
      if (withdrawn !== null && withdrawn.by === actor && withdrawn.because === reason) return before;
      const saved = await saveWithdrawn(trx, id, { by: actor, at: platform.now(), because: reason });
      if (!saved) throw new Refused([{ field: null, sentence: 'It was withdrawn already: open the page again.' }]);
      const entry = found(await readEntry(trx, id));
      const action = 'performance.withdraw-chart-setting';
      await recordAudit(trx, { actor, action, subject: subjectOf(entry), detail: { setting: id }, reason });
      return entry;
    }),
);

const NOT_THEIRS =
  'Made-up people of the demonstration work with made-up settings, and real people with real ones: enter one of your own.';

/** Withdraws everything that was entered about charts in the demonstration. */
export const withdrawMadeUpSettings = guarded(
  { name: 'performance.withdraw-made-up-settings', module: 'performance', act: 'write' },
  async (platform: Platform, because: string): Promise<void> => {
    for (const entry of await readMadeUpEntries(platform.records))
      await withdrawChartSetting(platform, { ...entry, because });
  },
);

/** "the step change of March 2024 for burglary in Camden" is made of this by the audit's phrases. */
function subjectOf({ kind, measure, area }: Pick<ChartEntry, 'kind' | 'measure' | 'area'>): string {
  return `${kind} of ${measure} in ${area}`;
}

function found(entry: ChartEntry | null): ChartEntry {
  if (entry === null) throw new Error('What was just written is not there.');
  return entry;
}
