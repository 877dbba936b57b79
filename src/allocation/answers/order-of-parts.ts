import { CATALOGUE } from '../../measures/index.ts';

/** The one order in which answers name parts of demand: the weightiest first, equal weights as in the catalogue. */
export const inOrderOfWeight = <Part extends { component: string; weight: number }>(parts: readonly Part[]): Part[] =>
  parts.toSorted((a, b) => b.weight - a.weight || placeOf(a.component) - placeOf(b.component));

/** Where a component stands in the catalogue; last of all where it is not, or no longer, in it. */
function placeOf(component: string): number {
  const place = CATALOGUE.findIndex(({ name }) => name === component);
  return place < 0 ? CATALOGUE.length : place;
}
