import { type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { seededRandom } from '../../lib/statistics/random.ts';
import type { DoseResult } from '../model.ts';
import type { AreaFigures, EvaluatedArea } from '../panel/model.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { sayDose } from './say-dose.ts';

/** Minutes of ward officers not taken away from their wards, of all their minutes on duty: the one dose on public record. */
export const DOSE = { part: 'ward-officer-minutes-in-ward', whole: 'ward-officer-minutes' } as const;

/** One outcome of one treated group. */
export interface DoseAsked {
  group: string;
  measure: string;
  title: string;
  /** Codes, the treated ones first. */
  units: readonly string[];
  treated: number;
  /** Units × times. */
  counts: readonly (readonly number[])[];
  times: readonly Month[];
  start: number;
  areas: readonly EvaluatedArea[];
  /** Figures of both measures of {@link DOSE}. */
  figures: readonly AreaFigures[];
  seed: number;
}

/**
 * Sets how much of their time ward officers had in each area beside what changed there. Areas differ in much else, so a rank
 * correlation is no effect: where the dose made the difference one would expect to see it, and that is all.
 * @returns null where fewer than four areas have a dose on record for at least half of the months after the start
 */
export function doseResponse(asked: DoseAsked): DoseResult | null {
  const { units, counts, start, times } = asked;
  const months = times.slice(start);
  const rows = units.flatMap((code, at) => {
    const dose = shareOf(asked.figures, code, months);
    const change = changeOf(counts[at] ?? [], start);
    if (dose === null || change === null) return [];
    const name = asked.areas.find((area) => area.code === code)?.name ?? code;
    return { area: code, name, treated: at < asked.treated, dosePercent: 100 * dose, changePercent: change };
  });
  const random = seededRandom(asked.seed);
  const found = rankCorrelation(
    rows.map(({ dosePercent, changePercent }) => [dosePercent, changePercent] as const),
    random,
  );
  if (found === null) return null;
  const { group, measure, title } = asked;
  const told = { group, measure, title, dose: DOSE.part, rows, ...found };
  return { ...told, because: sayDose(told) };
}

/** Minutes in the wards over all minutes of the months that have both; null where these are fewer than half. */
function shareOf(figures: readonly AreaFigures[], area: string, months: readonly Month[]): number | null {
  const of = (measure: string) => figures.find((each) => each.area === area && each.measure === measure);
  const [part, whole] = [of(DOSE.part), of(DOSE.whole)];
  const both = months.flatMap((month) => {
    const [of1, of2] = [valueIn(part, month), valueIn(whole, month)];
    return of1 === null || of2 === null || of2 <= 0 ? [] : [[of1, of2] as const];
  });
  if (both.length === 0 || 2 * both.length < months.length) return null;
  return sum(both.map(([inWard]) => inWard)) / sum(both.map(([, all]) => all));
}

function valueIn(figures: AreaFigures | undefined, month: Month): number | null {
  if (figures === undefined || month < figures.firstMonth) return null;
  return figures.values[monthsBetween(figures.firstMonth, month)] ?? null;
}

/** Per cent more or fewer a month after the start than in as many months before it; null where either had none. */
function changeOf(counts: readonly number[], start: number): number | null {
  const after = counts.slice(start);
  const before = counts.slice(Math.max(0, start - after.length), start);
  const [then, now] = [sum(before) / before.length, sum(after) / after.length];
  return then > 0 && now > 0 ? (100 * (now - then)) / then : null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
