import type { Random } from '../../lib/statistics/random.ts';

/** How often pairs are put together anew for the chance. */
const SHUFFLES = 1_999;

/**
 * Spearman's rank correlation, and the chance that pairs put together by lot are as far from none either way. Values alike
 * have the mean of their ranks; the pairs as they are count as one of the lots, so the chance never is zero.
 * @param pairs  at least 4, neither side all alike
 * @returns null where there are fewer, or where one side is all alike
 * @source Spearman, C. (1904), doi:10.2307/1412159; permutation as in Phipson, B. and Smyth, G. K. (2010),
 *   doi:10.2202/1544-6115.1585
 */
export function rankCorrelation(
  pairs: readonly (readonly [number, number])[],
  random: Random,
): { correlation: number; pValue: number } | null {
  const [first, second] = [ranksOf(pairs.map(([one]) => one)), ranksOf(pairs.map(([, other]) => other))];
  const correlation = correlationOf(first, second);
  if (pairs.length < 4 || !Number.isFinite(correlation)) return null;
  let asFar = 1;
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle += 1) {
    if (Math.abs(correlationOf(first, shuffled(second, random))) >= Math.abs(correlation) - 1e-12) asFar += 1;
  }
  return { correlation, pValue: asFar / (SHUFFLES + 1) };
}

function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const alike = values.filter((other) => other === value).length;
    return below + (alike + 1) / 2;
  });
}

function correlationOf(first: readonly number[], second: readonly number[]): number {
  const middle = (first.length + 1) / 2;
  const products = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, rank, at) => sum + (rank - middle) * ((b[at] ?? middle) - middle), 0);
  return products(first, second) / Math.sqrt(products(first, first) * products(second, second));
}

function shuffled(values: readonly number[], random: Random): number[] {
  const left = [...values];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const pick = Math.floor(random() * (at + 1));
    [left[at], left[pick]] = [left[pick] as number, left[at] as number];
  }
  return left;
}
