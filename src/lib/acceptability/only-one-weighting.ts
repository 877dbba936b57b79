import { type Bounds, drawInBounds } from './weight-region.ts';

/** Weights that can move by no more are where they are. */
const NO_ROOM = 1e-8;

/**
 * Whether there is one weighting only to try: one component has figures, or alone may have weight, or bounds leave no room.
 * @param shares  null for each component without figures, as acceptability takes them
 * @param regions bounds that some weights keep, or null for anywhere
 */
export function onlyOneWeighting(shares: readonly (unknown | null)[], regions: readonly Bounds[] | null): boolean {
  const held = (component: number) => shares[component] !== null;
  if (regions === null) return shares.filter((each) => each !== null).length < 2;
  const drawnIn = regions.map((region) => {
    const found = drawInBounds(region);
    return found.kind === 'region' ? found.bounds : region;
  });
  const lowest = shares.map((_, component) => Math.min(...drawnIn.map(({ least }) => least[component] ?? 0)));
  const highest = shares.map((_, component) => Math.max(...drawnIn.map(({ most }) => most[component] ?? 0)));
  const counting = highest.filter((most, component) => held(component) && most > 0);
  return counting.length < 2 || highest.every((most, component) => most - (lowest[component] ?? 0) <= NO_ROOM);
}
