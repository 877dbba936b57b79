import type { RateStratum, StratumWithUnknown } from '../../lib/statistics/rates/index.ts';
import type { SearchCount } from '../../sources/index.ts';
import { COMPARED_WITH, type EthnicGroup, isEthnicGroup } from './ethnic-groups.ts';
import type { DefinedBy } from './model.ts';

/** A small area with the people who live there and the searches of people in it. */
export interface SearchedArea {
  /** Areas of one name vary together: a ward itself, or the LSOAs of one middle-layer area. */
  cluster: string;
  residents: Record<EthnicGroup, number>;
  /** Searches of people, those of vehicles alone left out. */
  counts: readonly SearchCount[];
}

/** Which searches are counted. */
export interface CountedSearches {
  by: DefinedBy;
  object: string | null;
  outcome: string | null;
}

/** Searches of each group; what nobody wrote down, or in words not known here, is unknown. */
export type SearchesByGroup = Record<EthnicGroup | 'unknown', number>;

export const isOfPerson = ({ searchType }: Pick<SearchCount, 'searchType'>): boolean => searchType !== 'vehicle';

/** Searches by group, of those that are counted. */
export function searchesByGroup(
  counts: readonly SearchCount[],
  { by, object, outcome }: CountedSearches,
): SearchesByGroup {
  const found: SearchesByGroup = { black: 0, asian: 0, mixed: 0, other: 0, white: 0, unknown: 0 };
  for (const count of counts) {
    if (object !== null && count.object !== object) continue;
    if (outcome !== null && count.outcome !== outcome) continue;
    const word = by === 'self' ? count.selfDefined : count.officerDefined;
    found[isEthnicGroup(word) ? word : 'unknown'] += count.searches;
  }
  return found;
}

/** Sums of searches by group over areas. */
export function addGroups(parts: readonly SearchesByGroup[]): SearchesByGroup {
  const sum: SearchesByGroup = { black: 0, asian: 0, mixed: 0, other: 0, white: 0, unknown: 0 };
  for (const part of parts)
    for (const [group, count] of Object.entries(part)) sum[group as keyof SearchesByGroup] += count;
  return sum;
}

/** A group beside White people in each small area: searches, and residents as exposure. */
export function strataOf(
  areas: readonly Pick<SearchedArea, 'cluster' | 'residents'>[],
  searches: readonly SearchesByGroup[],
  group: EthnicGroup,
): (RateStratum & StratumWithUnknown)[] {
  return areas.flatMap(({ cluster, residents }, at) => {
    const here = searches[at];
    if (here === undefined) return [];
    const { unknown, ...known } = here;
    return {
      cases: [here[group], here[COMPARED_WITH]] as const,
      exposure: [residents[group], residents[COMPARED_WITH]] as const,
      ...{ cluster, unknown, known: Object.values(known).reduce((sum, each) => sum + each, 0) },
    };
  });
}
