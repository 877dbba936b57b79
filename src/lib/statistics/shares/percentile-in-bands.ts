import { InvalidArgument } from '../../invalid-argument.ts';

/** How many values lie above the last band's end and up to this one's; the last band may have none. */
export interface Band {
  upTo: number | null;
  count: number;
}

/** A percentile lies above the one and up to the other; no more can be known of it. */
export interface BandedPercentile {
  above: number;
  /** null: there is no upper end. */
  upTo: number | null;
}

/**
 * Between which limits a percentile lies that is known by bands only: the least value that at least this share of all
 * does not exceed. Values of which nothing is known may lie anywhere, so that they widen the limits and never the reverse.
 * @param bands   in order, their ends rising, the first above 0; counts whole ≥ 0
 * @param share   0.5 for the median, in (0, 1]
 * @param unknown values of which nothing is known, whole ≥ 0
 * @returns null where there is no value at all
 * @throws InvalidArgument when ends do not rise or a number is out of range
 * @example percentileInBands([{ upTo: 5, count: 30 }, { upTo: 10, count: 50 }, { upTo: null, count: 20 }], 0.5) // above 5, up to 10
 */
export function percentileInBands(bands: readonly Band[], share: number, unknown = 0): BandedPercentile | null {
  requireBands(bands, share, unknown);
  const known = bands.reduce((sum, { count }) => sum + count, 0);
  const all = known + unknown;
  if (all === 0) return null;
  // A share such as 0.9 of 10 is 9, whatever its binary digits say.
  const rank = Math.max(1, Math.ceil(share * all - 1e-9));
  return { above: earliest(bands, rank - unknown), upTo: latest(bands, rank, known) };
}

/** Lower limit of the value of a rank; 0 where values before all others may hold it. */
function earliest(bands: readonly Band[], rank: number): number {
  if (rank < 1) return 0;
  let above = 0;
  let before = 0;
  for (const { upTo, count } of bands) {
    before += count;
    if (before >= rank) return above;
    above = upTo ?? above;
  }
  return above;
}

function latest(bands: readonly Band[], rank: number, known: number): number | null {
  if (rank > known) return null;
  let before = 0;
  for (const { upTo, count } of bands) {
    before += count;
    if (before >= rank) return upTo;
  }
  return null;
}

function requireBands(bands: readonly Band[], share: number, unknown: number): void {
  if (!(share > 0 && share <= 1))
    throw new InvalidArgument(`a percentile's share lies above 0 and up to 1, not at ${share}`);
  const counts = [unknown, ...bands.map(({ count }) => count)];
  if (counts.some((count) => !Number.isInteger(count) || count < 0))
    throw new InvalidArgument('counts of bands are whole and not below 0');
  const ends = bands.map(({ upTo }, at) => upTo ?? (at === bands.length - 1 ? Number.POSITIVE_INFINITY : Number.NaN));
  if (ends.some((end, at) => !(end > (ends[at - 1] ?? 0))))
    throw new InvalidArgument('the ends of bands rise, and only the last may have none');
}
