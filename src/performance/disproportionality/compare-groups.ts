import { compareCounts } from '../../lib/statistics/counts/index.ts';
import { boundsForUnknown, mantelHaenszelRateRatio } from '../../lib/statistics/rates/index.ts';
import { COMPARED_WITH, ETHNIC_GROUPS, type EthnicGroup, GROUP_WORDS } from './ethnic-groups.ts';
import type { GroupRow, Interval } from './model.ts';
import { roundInterval, roundRatio } from './round-ratio.ts';
import { sayRatio } from './say-ratio.ts';
import {
  addGroups,
  type CountedSearches,
  type SearchedArea,
  type SearchesByGroup,
  searchesByGroup,
  strataOf,
} from './searched-area.ts';

export interface CompareOptions extends CountedSearches {
  /** Months of which there are searches, > 0. */
  months: number;
  /** Searches of a group under which no ratio is given. */
  least: number;
  /** Groups that whoever wrote the ethnicity down uses: officers of some forces have no Mixed. */
  used: ReadonlySet<EthnicGroup>;
}

/** Why a group has no ratio. */
export const NOT_USED = 'Officers of this force have no such group, so people of it are counted in the others.';

/** Each ethnic group's searches against its residents, beside those of White people, within small areas. */
export function compareGroups(areas: readonly SearchedArea[], options: CompareOptions): GroupRow[] {
  const searches = areas.map(({ counts }) => searchesByGroup(counts, options));
  const total = addGroups(searches);
  return ETHNIC_GROUPS.map((group) => {
    const residents = areas.reduce((sum, area) => sum + area.residents[group], 0);
    const isUsed = options.used.has(group);
    const rate = (total[group] / residents / options.months) * 12 * 1000;
    const row = {
      ...{ group, title: GROUP_WORDS[group].title, searches: isUsed ? total[group] : null, residents },
      ratePer1000AYear: isUsed && residents > 0 ? Math.round(rate * 10) / 10 : null,
    };
    return { ...row, ...ratiosOf(areas, searches, group, whyNone(group, total, options)) };
  });
}

type Ratios = Omit<GroupRow, 'group' | 'title' | 'searches' | 'residents' | 'ratePer1000AYear'>;
const NO_RATIOS: Ratios = {
  ...{ ratio: null, interval: null, countsInterval: null, wholeAreaRatio: null, wholeAreaInterval: null },
  ...{ lowest: null, highest: null, proportional: null, missing: null, words: 'The others are compared with it.' },
};

/** Why no ratio is given of a group; null where one is. */
export function whyNone(
  group: EthnicGroup,
  total: SearchesByGroup,
  { used, least }: Pick<CompareOptions, 'used' | 'least'>,
): string | null {
  if (group === COMPARED_WITH) return null;
  if (!used.has(group)) return NOT_USED;
  if (total[group] < least) return `Too few for a ratio: fewer than ${least} searches.`;
  if (total[COMPARED_WITH] < least) return `Fewer than ${least} searches of White people: too few to compare with.`;
  return null;
}

function ratiosOf(
  areas: readonly SearchedArea[],
  searches: readonly SearchesByGroup[],
  group: EthnicGroup,
  missing: string | null,
): Ratios {
  if (group === COMPARED_WITH) return NO_RATIOS;
  if (missing !== null) return { ...NO_RATIOS, missing, words: missing };
  const strata = strataOf(areas, searches, group);
  const { ratio, interval: countsInterval } = mantelHaenszelRateRatio(strata);
  const interval = withinAreas(strata);
  if (ratio === null || interval === null) {
    const because = 'No small area has both residents of the group and White residents who were searched.';
    return { ...NO_RATIOS, missing: because, words: because };
  }
  const sum = (of: (stratum: (typeof strata)[number]) => number): number =>
    strata.reduce((total, stratum) => total + of(stratum), 0);
  const whole = compareCounts(
    sum(({ cases }) => cases[0]),
    sum(({ cases }) => cases[1]),
    { exposure: [sum(({ exposure }) => exposure[0]), sum(({ exposure }) => exposure[1])] },
  );
  const { lowest, highest, proportional } = boundsForUnknown(strata);
  return {
    ...{ ratio: roundRatio(ratio), interval, countsInterval: roundInterval(countsInterval) },
    ...{ wholeAreaRatio: roundRatio(whole.ratio), wholeAreaInterval: roundInterval(whole.interval) },
    ...{ lowest: roundRatio(lowest), highest: roundRatio(highest), proportional: roundRatio(proportional) },
    ...{ missing: null, words: sayRatio(interval) },
  };
}

/**
 * The range of a stratified ratio that is shown: that of areas which differ, and never narrower than that of the counts
 * alone; null where there is no ratio.
 */
export function withinAreas(strata: Parameters<typeof mantelHaenszelRateRatio>[0]): Interval | null {
  const { ratio, interval, clusteredInterval } = mantelHaenszelRateRatio(strata);
  if (ratio === null || ratio === 0) return null;
  const width = ([lower, upper]: readonly [number, number]): number => upper / lower;
  const wider = clusteredInterval !== null && width(clusteredInterval) > width(interval) ? clusteredInterval : interval;
  return roundInterval(wider);
}
