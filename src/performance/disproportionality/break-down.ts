import { mantelHaenszelRateRatio } from '../../lib/statistics/rates/index.ts';
import { type CompareOptions, whyNone, withinAreas } from './compare-groups.ts';
import { COMPARED_WITH, ETHNIC_GROUPS } from './ethnic-groups.ts';
import type { BreakdownRow } from './model.ts';
import { roundRatio } from './round-ratio.ts';
import { sayObject, sayOutcome } from './say-search.ts';
import { addGroups, type SearchedArea, searchesByGroup, strataOf } from './searched-area.ts';

/** What searches are told apart by. */
export type Part = 'object' | 'outcome';

/**
 * The ratios of each object, or each outcome, that searches here had, the most frequent first. The other one keeps to what
 * was asked.
 */
export function breakDown(areas: readonly SearchedArea[], part: Part, options: CompareOptions): BreakdownRow[] {
  const names = new Set(areas.flatMap(({ counts }) => counts.map((count) => count[part])));
  const rows = [...names].map((name): BreakdownRow => {
    const searches = areas.map(({ counts }) => searchesByGroup(counts, { ...options, [part]: name }));
    const total = addGroups(searches);
    const groups = ETHNIC_GROUPS.filter((group) => group !== COMPARED_WITH).map((group) => {
      const strata = strataOf(areas, searches, group);
      const because = whyNone(group, total, options);
      const interval = because === null ? withinAreas(strata) : null;
      const ratio = interval === null ? null : roundRatio(mantelHaenszelRateRatio(strata).ratio);
      const missing = because ?? (interval === null ? 'Too few for a ratio.' : null);
      return { ...{ group, ratio, interval, missing }, searches: options.used.has(group) ? total[group] : null };
    });
    return {
      ...{ name, title: part === 'object' ? sayObject(name) : sayOutcome(name), groups },
      searches: Object.values(total).reduce((sum, each) => sum + each, 0),
    };
  });
  return rows
    .filter(({ searches }) => searches > 0)
    .toSorted((a, b) => b.searches - a.searches || (a.title < b.title ? -1 : 1));
}
