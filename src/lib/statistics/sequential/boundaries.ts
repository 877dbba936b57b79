import { InvalidArgument } from '../../invalid-argument.ts';
import { type Spending, spentBy } from './spending.ts';
import { chanceAbove, type Walk, walkFrom, walkOn } from './walk.ts';

/** Looks at one accumulating test statistic, and the error rate they share. */
export interface LooksPlanned {
  /** Information at each look as a share of all, rising, > 0 and ≤ 1. */
  fractions: readonly number[];
  /** Chance of a crossing at any look though nothing changed; split evenly where there are two sides. */
  rate: number;
  spending: Spending;
  sides: 1 | 2;
}

/**
 * The z-values at which each look is crossed. Exact for a statistic that is a sum of independent normal steps.
 * @returns one for each look; infinite where nothing may be spent yet
 * @throws InvalidArgument when fractions do not rise within 0 to 1, or a rate is out of range
 * @source Lan and DeMets (1983), doi:10.1093/biomet/70.3.659
 */
export function sequentialBoundaries({ fractions, rate, spending, sides }: LooksPlanned): number[] {
  requireRising(fractions);
  const boundaries: number[] = [];
  let walk = walkFrom(0, 0);
  let spent = 0;
  fractions.forEach((fraction, look) => {
    const spentNow = spentBy(spending, rate / sides, fraction);
    const line = lineOfChance(walk, fraction, spentNow - spent);
    boundaries.push(line / Math.sqrt(fraction));
    const lowest = sides === 2 ? -line : Number.NEGATIVE_INFINITY;
    walk = walkOn(walk, fraction, [lowest, line], 0, (fractions[look + 1] ?? 1) - fraction || 1);
    spent = spentNow;
  });
  return boundaries;
}

/** What crosses when. */
export interface CrossingsAsked {
  /** As in {@link LooksPlanned}. */
  fractions: readonly number[];
  /** z-values; a path that reaches either has left and is not followed. Infinite for no line. */
  upper: readonly number[];
  lower: readonly number[];
  /** Expected z-value when all information is in; 0 where nothing changed. */
  drift: number;
}

/**
 * Chance that each look is the first to cross, upwards and downwards.
 * @throws InvalidArgument when fractions do not rise within 0 to 1, or lengths differ
 */
export function crossingProbabilities(asked: CrossingsAsked): { upper: number[]; lower: number[] } {
  return crossingsFrom(walkFrom(0, 0), asked);
}

/**
 * Chance of yet crossing an upper boundary, given where the statistic stands.
 * @param standing.fraction information so far, below the first of `asked.fractions`
 * @param standing.z        z-value so far
 * @source Lan, Simon and Halperin (1982), Stochastically curtailed tests, Sequential Analysis 1, 207
 */
export function conditionalPower(
  { fraction, z }: { fraction: number; z: number },
  asked: Omit<CrossingsAsked, 'lower'>,
): number {
  const lower = asked.upper.map(() => Number.NEGATIVE_INFINITY);
  const { upper } = crossingsFrom(walkFrom(fraction, z * Math.sqrt(fraction)), { ...asked, lower });
  return upper.reduce((sum, chance) => sum + chance, 0);
}

function crossingsFrom(start: Walk, { fractions, upper, lower, drift }: CrossingsAsked) {
  requireRising([start.information, ...fractions].filter((fraction) => fraction > 0));
  if (upper.length !== fractions.length || lower.length !== fractions.length)
    throw new InvalidArgument('each look has an upper and a lower boundary');
  const chances: { upper: number[]; lower: number[] } = { upper: [], lower: [] };
  let walk = start;
  fractions.forEach((fraction, look) => {
    const scale = Math.sqrt(fraction);
    const [low, high] = [(lower[look] ?? 0) * scale, (upper[look] ?? 0) * scale];
    chances.upper.push(chanceAbove(walk, fraction, high, drift));
    chances.lower.push(chanceAbove(mirrored(walk), fraction, -low, -drift));
    walk = walkOn(walk, fraction, [low, high], drift, (fractions[look + 1] ?? 1) - fraction || 1);
  });
  return chances;
}

const mirrored = (walk: Walk): Walk => ({ ...walk, points: walk.points.map((point) => -point) });

/** The line that a given share of all paths is above. */
function lineOfChance(walk: Walk, later: number, chance: number): number {
  if (!(chance > 1e-300)) return Number.POSITIVE_INFINITY;
  let [low, high] = [-40 * Math.sqrt(later), 40 * Math.sqrt(later)];
  for (let step = 0; step < 80 && high - low > 1e-13; step += 1) {
    const middle = (low + high) / 2;
    if (chanceAbove(walk, later, middle, 0) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function requireRising(fractions: readonly number[]): void {
  const rising = fractions.every((fraction, look) => fraction > (fractions[look - 1] ?? 0) && fraction <= 1 + 1e-12);
  if (!rising || fractions.length === 0)
    throw new InvalidArgument(`shares of the information rise within 0 to 1, not ${fractions.join(', ')}`);
}
