/** One group of the lot over the looks, the side that is looked for positive. */
export interface LotPath {
  /** Standardised estimate at each look, without any effect. */
  path: readonly number[];
  /** How far each moves for a unit of the effect in the group in question, standardised. */
  slope: number;
}

/** What the group in question must exceed at each look, by what the others then are; null where nothing would do. */
export type Lines = (others: readonly (readonly number[])[]) => readonly (number | null)[];

/** How near an effect is found, as a share of itself. */
const NEAR = 0.005;

/**
 * The smallest effect from which on a group is called. An effect also moves groups that share its areas or are compared with
 * them, and with them the line to be crossed: an effect is enough when it crosses the line that it makes itself.
 * @param paths every group of the lot
 * @param at    index of the group with the effect
 * @param lines the product's own rule
 * @param most  beyond this nothing is looked for
 * @returns ≥ 0; infinite where no effect up to `most` is called
 */
export function neededEffect(paths: readonly LotPath[], at: number, lines: Lines, most: number): number {
  const own = paths[at];
  if (own === undefined || own.slope <= 0) return Number.POSITIVE_INFINITY;
  const others = paths.filter((_, index) => index !== at);
  const need = (effect: number): number => {
    const moved = others.map(({ path, slope }) => path.map((value) => value + slope * effect));
    const takes = lines(moved).map((line, look) =>
      line === null ? Number.POSITIVE_INFINITY : (line - (own.path[look] ?? 0)) / own.slope,
    );
    // A tie with the line is not beyond it.
    return Math.max(0, Math.min(...takes) + 1e-9);
  };
  const isEnough = (effect: number): boolean => need(effect) <= effect;
  let short = 0;
  let enough = Math.min(need(0), most);
  if (enough === 0) return 0;
  while (!isEnough(enough)) {
    if (enough >= most) return Number.POSITIVE_INFINITY;
    short = enough;
    enough = Math.min(most, 1.5 * enough);
  }
  while (enough - short > NEAR * enough) {
    const middle = (short + enough) / 2;
    if (isEnough(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}
