import { binomialInterval } from '../../lib/statistics/counts/index.ts';
import { katzShareRatio } from '../../lib/statistics/rates/index.ts';
import { type CompareOptions, NOT_USED } from './compare-groups.ts';
import { COMPARED_WITH, ETHNIC_GROUPS, type EthnicGroup, GROUP_WORDS } from './ethnic-groups.ts';
import type { FindRow } from './model.ts';
import { roundInterval, roundRatio } from './round-ratio.ts';
import { sayRatio } from './say-ratio.ts';
import { wasFollowed } from './say-search.ts';
import { type SearchedArea, searchesByGroup } from './searched-area.ts';

/** How many searches of each group something was done after, and how that share lies beside that of White people. */
export function findRates(areas: readonly SearchedArea[], options: Omit<CompareOptions, 'outcome'>): FindRow[] {
  const stated = areas.flatMap(({ counts }) => counts.filter(({ outcome }) => wasFollowed(outcome) !== null));
  const asked = { ...options, outcome: null };
  const all = searchesByGroup(stated, asked);
  const followed = searchesByGroup(
    stated.filter(({ outcome }) => wasFollowed(outcome) === true),
    asked,
  );
  return ETHNIC_GROUPS.map((group) => {
    const row = { group, title: GROUP_WORDS[group].title };
    const none = { share: null, interval: null, ratio: null, ratioInterval: null };
    if (!options.used.has(group)) return { ...row, ...none, searches: null, followed: null, words: NOT_USED };
    const counts = { searches: all[group], followed: followed[group] };
    if (all[group] < options.least) {
      return { ...row, ...counts, ...none, words: `Too few for a share: fewer than ${options.least} searches.` };
    }
    const share = followed[group] / all[group];
    return { ...row, ...counts, share, interval: binomialInterval(followed[group], all[group]), ...beside(group) };
  });

  function beside(group: EthnicGroup): Pick<FindRow, 'ratio' | 'ratioInterval' | 'words'> {
    const none = { ratio: null, ratioInterval: null };
    if (group === COMPARED_WITH) return { ...none, words: 'The others are compared with it.' };
    if (all[COMPARED_WITH] < options.least)
      return { ...none, words: 'Too few searches of White people to compare with.' };
    if (followed[group] === 0 || followed[COMPARED_WITH] === 0) return { ...none, words: 'None to compare.' };
    const { ratio, interval } = katzShareRatio(
      [followed[group], followed[COMPARED_WITH]],
      [all[group], all[COMPARED_WITH]],
    );
    const ratioInterval = roundInterval(interval);
    return { ratio: roundRatio(ratio), ratioInterval, words: sayRatio(ratioInterval) };
  }
}
