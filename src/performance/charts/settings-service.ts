import { isMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused, refuseIf } from '../../lib/refused.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { guarded, may, type Place, published, worksWithMadeUp } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { tryWrite } from '../../platform/concurrency/index.ts';
import { inTransaction, type Records, StatementError } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import type { PerformanceArea } from '../model.ts';
import { type EntryTyped, entryProblems } from './entry-problems.ts';
import type { ChartEntry } from './model.ts';
import { insertEntry, readEntry, saveWithdrawn } from './settings-store.ts';

/** Where an area lies, for who may enter something about its charts; null for an area of no command unit. */
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
  return { unit: place.unit, borough: place.boroughCode ?? undefined, ward: place.wardCode ?? undefined };
}

/** Whether who asks may enter something about the charts of an area. */
export const mayEnterAt = published(
  'performance.may-enter-chart-setting',
  async (platform: Platform, area: string): Promise<boolean> => {
    const place = await placeOfArea(platform, area);
    if ('because' in place) return false;
    const at = { unit: place.unit, borough: place.boroughCode ?? undefined, ward: place.wardCode ?? undefined };
    return may(platform.principal, { module: 'performance', act: 'write', place: at });
  },
);

const STANDS = 'The same stands already: withdraw it first.';

/**
 * Enters a step change, or the months that limits are taken from, for one measure of one area.
 * @throws Refused, with the fields of {@link EntryTyped}
 */
export const enterChartSetting = guarded(
  { name: 'performance.enter-chart-setting', module: 'performance', act: 'write', place: placeOfEntry },
  (platform: Platform, typed: EntryTyped): Promise<ChartEntry> =>
    refusing(platform, async (trx) => {
      const problems = entryProblems(typed);
      const place = await placeOfArea({ ...platform, records: trx }, typed.area);
      if ('because' in place) throw new Refused([...problems, { field: 'area', sentence: place.because }]);
      refuseIf(problems);
      const { measure, kind, from, to, reason } = typed;
      if (!isMonth(from)) throw new Refused(problems);
      const entry = {
        ...{ measure, kind, from, to: kind === 'held limits' && isMonth(to) ? to : null, reason: reason.trim() },
        ...{ unit: place.unit, boroughCode: place.boroughCode, wardCode: place.wardCode, area: place.area.word },
        synthetic: worksWithMadeUp(platform),
      };
      const written = { by: platform.actor, at: platform.now() };
      const saved = await tryWrite(trx, 'one_standing_chart_setting', () => insertEntry(trx, entry, written));
      if (saved.kind !== 'written') throw new Refused([{ field: 'from', sentence: STANDS }]);
      await recordAudit(trx, {
        actor: platform.actor,
        action: 'performance.enter-chart-setting',
        subject: subjectOf(entry),
        detail: { setting: saved.result, from, to: entry.to },
        reason: entry.reason,
      });
      return found(await readEntry(trx, saved.result));
    }),
);

/** What is withdrawn, and why. */
export interface EntryWithdrawn {
  id: number;
  because: string;
}

async function placeOfStanding({ records }: Platform, { id }: EntryWithdrawn): Promise<Place> {
  const entry = await readEntry(records, id);
  if (entry === null) return {};
  return { unit: entry.unit, borough: entry.boroughCode ?? undefined, ward: entry.wardCode ?? undefined };
}

/** Withdraws an entry: charts are drawn without it from now on. @throws Refused */
export const withdrawChartSetting = guarded(
  { name: 'performance.withdraw-chart-setting', module: 'performance', act: 'write', place: placeOfStanding },
  (platform: Platform, { id, because }: EntryWithdrawn): Promise<ChartEntry> =>
    refusing(platform, async (trx) => {
      const reason = because.trim();
      refuseIf([lacking(reason)]);
      const saved = await saveWithdrawn(trx, id, { by: platform.actor, at: platform.now(), because: reason });
      if (!saved) throw new Refused([{ field: null, sentence: 'It was withdrawn already, or is not there.' }]);
      const entry = found(await readEntry(trx, id));
      await recordAudit(trx, {
        ...{ actor: platform.actor, action: 'performance.withdraw-chart-setting', subject: subjectOf(entry) },
        ...{ detail: { setting: id }, reason },
      });
      return entry;
    }),
);

function lacking(reason: string): Problem | null {
  if (reason !== '' && reason.length <= 300) return null;
  return { field: 'because', sentence: 'Say why it is withdrawn, in at most 300 letters.' };
}

/** "the step change of March 2024 for burglary in Camden" is made of this by the audit's phrases. */
function subjectOf({ kind, measure, area }: Pick<ChartEntry, 'kind' | 'measure' | 'area'>): string {
  return `${kind} of ${measure} in ${area}`;
}

function found(entry: ChartEntry | null): ChartEntry {
  if (entry === null) throw new Error('What was just written is not there.');
  return entry;
}

/** In a transaction. @throws Refused in the records' own sentence, where they refuse real work beside the demonstration */
async function refusing<Result>(platform: Platform, run: (trx: Records) => Promise<Result>): Promise<Result> {
  try {
    return await inTransaction(platform, run);
  } catch (error) {
    if (!(error instanceof StatementError) || error.code !== 'WR001') throw error;
    throw new Refused([{ field: null, sentence: error.message }]);
  }
}
