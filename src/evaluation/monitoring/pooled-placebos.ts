import { type LookPathsAsked, lookPaths } from './look-paths.ts';

/**
 * Placebos in space and in time: groups without a treated unit as if they had begun at the start, and at starts a whole
 * pilot earlier each, as long as half the times before the start are left before them. For {@link LooksAsked.pooled}.
 * @param asked groups hold none of the treated units, which are `never` compared with
 * @param pilotTimes times judged by the last look planned: the same at every look, so that an earlier look stays what it was
 * @returns paths × looks, standardised; areas: units in the groups
 */
export function pooledPlacebos(asked: LookPathsAsked, pilotTimes: number): { paths: number[][]; areas: number } {
  const starts: number[] = [];
  for (let start = asked.start; start >= asked.start / 2 && start >= 4; start -= pilotTimes) starts.push(start);
  const paths = starts.flatMap((start) => lookPaths({ ...asked, start }).map(({ standardised }) => standardised));
  // A fit without error says nothing of how far the next one goes.
  const told = paths.filter((path) => path.every(Number.isFinite));
  return { paths: told, areas: new Set(asked.groups.flat()).size };
}
