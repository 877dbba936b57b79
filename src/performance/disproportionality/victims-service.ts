import { addMonths } from '../../lib/calendar/month.ts';
import { compareCounts } from '../../lib/statistics/counts/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import type { MonthlyFigures, PerformanceArea, Period } from '../model.ts';
import { COMPARED_WITH, ETHNIC_GROUPS, type EthnicGroup, GROUP_WORDS } from './ethnic-groups.ts';
import type { VictimRow, Victims } from './model.ts';
import { roundInterval, roundRatio } from './round-ratio.ts';
import { sayRatio } from './say-ratio.ts';

const UNKNOWN = 'victims-not-stated';

/** What of the victims is asked. */
export interface VictimsAsked {
  area: PerformanceArea;
  period: Period;
  residents: Record<EthnicGroup, number>;
  /** Victims of a group under which no ratio is given. */
  least: number;
}

/**
 * Recorded victims by ethnic group against residents, where a table of them is held for every month of the period. They
 * are counted by borough, so nothing is compared within small areas.
 */
export const victimsByGroup = published(
  'performance.victims-by-group',
  async (platform: Platform, { area, period, residents, least }: VictimsAsked): Promise<Victims | null> => {
    if (area.kind !== 'borough' && area.kind !== 'unit') return null;
    const measures = [...ETHNIC_GROUPS.map((group) => GROUP_WORDS[group].victims), UNKNOWN];
    const figures = await monthlyFigures(platform, { measures, areas: [area], vintage: null });
    const sums = new Map(figures.map((each) => [each.measure, sumIn(each, period)]));
    const victims = ETHNIC_GROUPS.map((group) => sums.get(GROUP_WORDS[group].victims) ?? null);
    const [black, asian, mixed, other, white] = victims;
    if (black == null || asian == null || mixed == null || other == null || white == null) return null;
    const counts: Record<EthnicGroup, number> = { black, asian, mixed, other, white };
    const months = monthsIn(period);
    return {
      rows: ETHNIC_GROUPS.map((group) => victimRow(group, counts, { residents, months, least })),
      ...{ unknown: sums.get(UNKNOWN) ?? 0, months, vintage: figures[0]?.vintage ?? '' },
    };
  },
);

function monthsIn({ from, to }: Period): number {
  let months = 1;
  for (let month = from; month < to; month = addMonths(month, 1)) months += 1;
  return months;
}

/** null when any month of the period has no figure. */
function sumIn({ firstMonth, values }: MonthlyFigures, { from, to }: Period): number | null {
  let sum = 0;
  const byMonth = new Map(values.map((value, at) => [addMonths(firstMonth, at), value]));
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    const value = byMonth.get(month) ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function victimRow(
  group: EthnicGroup,
  victims: Record<EthnicGroup, number>,
  { residents, months, least }: { residents: Record<EthnicGroup, number>; months: number; least: number },
): VictimRow {
  const row = {
    ...{ group, title: GROUP_WORDS[group].title, victims: victims[group], residents: residents[group] },
    ratePer1000AYear: Math.round((victims[group] / residents[group] / months) * 12 * 10_000) / 10,
  };
  const none = { ...row, ratio: null, interval: null };
  if (group === COMPARED_WITH) return { ...none, words: 'The others are compared with it.' };
  if (Math.min(victims[group], victims[COMPARED_WITH]) < least) {
    return { ...none, words: `Too few for a ratio: fewer than ${least} victims.` };
  }
  const exposure: [number, number] = [residents[group], residents[COMPARED_WITH]];
  const { ratio, interval } = compareCounts(victims[group], victims[COMPARED_WITH], { exposure });
  const shown = roundInterval(interval);
  return { ...row, ratio: roundRatio(ratio), interval: shown, words: sayRatio(shown) };
}
