/** How months scatter about the level they had at the time. */
export interface Scatter {
  /** Variance over the square of the mean. */
  relativeVariance: number;
  /** From one month to the next, corrected for the length of the blocks it is taken in; between -0.9 and 0.9. */
  autocorrelation: number;
  /** Standard error of the autocorrelation. */
  error: number;
  /** Months it is taken from. */
  months: number;
}

/** Months of a block; a shorter one of at least half as many is used too. */
const BLOCK = 24;
const LEAST = 12;
/** Beyond this a level that lasts cannot be told from one that moved. */
const MOST_PERSISTENT = 0.9;

/**
 * The scatter and lag-one autocorrelation of a long run of months, pooled over blocks of two years each about its own mean,
 * so that a level that moves over the years is not taken for months alike. The estimate over a block falls short by what
 * its mean takes away; the autocorrelation is the one for which blocks of these lengths would come to what is found.
 * @param runs of values in time order, null where there is none, 0 or above; no block reaches from one to the next
 * @param meanCount mean a month, whose chance does not last; infinite for values that are no counts
 * @returns null where no two years in a row have twelve months, or none has any
 * @source Kendall (1954), Note on bias in the estimation of autocorrelation, doi:10.1093/biomet/41.3-4.403
 */
export function scatterOf(runs: readonly (readonly (number | null)[])[], meanCount: number): Scatter | null {
  let squares = 0;
  let products = 0;
  let pairs = 0;
  let months = 0;
  let blocks = 0;
  for (const block of runs.flatMap(blocksOf)) {
    const known = block.filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    if (known.length < LEAST || !(mean > 0)) continue;
    months += known.length;
    blocks += 1;
    for (const [at, value] of block.entries()) {
      if (value === null) continue;
      squares += (value / mean - 1) ** 2;
      const before = block[at - 1] ?? null;
      if (before === null) continue;
      pairs += 1;
      products += (value / mean - 1) * (before / mean - 1);
    }
  }
  if (blocks === 0) return null;
  if (squares === 0 || pairs === 0) return { relativeVariance: 0, autocorrelation: 0, error: 1, months };
  const length = months / blocks;
  const raw = ((products / pairs) * months) / squares;
  const chance = Math.min(0.95, months / squares / meanCount);
  const autocorrelation = uncentred(raw, length, 1 - chance);
  const lost = varianceOfMean(autocorrelation, length, 1 - chance);
  return {
    relativeVariance: squares / months / (1 - lost),
    autocorrelation,
    error: Math.sqrt(1 / pairs) * Math.max(0.6, Math.sqrt(1 - autocorrelation ** 2)) * (1 + 3 / length),
    months,
  };
}

/** Cuts a run into blocks that end where it does. */
function blocksOf(run: readonly (number | null)[]): (readonly (number | null)[])[] {
  const blocks = Math.ceil(run.length / BLOCK);
  return Array.from({ length: blocks }, (_, turn) =>
    run.slice(Math.max(0, run.length - (turn + 1) * BLOCK), run.length - turn * BLOCK),
  );
}

/**
 * Variance of the mean of so many months in a row, over that of one.
 * @param lasting share of the variance that months have in common with the one before; the rest is chance
 */
function varianceOfMean(autocorrelation: number, length: number, lasting: number): number {
  const share = Math.max(lasting, Math.abs(autocorrelation));
  const persistence = share === 0 ? 0 : Math.min(MOST_PERSISTENT, Math.max(-MOST_PERSISTENT, autocorrelation / share));
  let sum = 1;
  let shared = share;
  for (let lag = 1; lag < length; lag += 1) {
    shared *= persistence;
    sum += 2 * (1 - lag / length) * shared;
  }
  return sum / length;
}

/** The autocorrelation whose months, centred on their own mean, come to a raw one: solved by halving. */
function uncentred(raw: number, length: number, lasting: number): number {
  const expected = (autocorrelation: number) => {
    const lost = varianceOfMean(autocorrelation, length, lasting);
    return (autocorrelation - lost) / (1 - lost);
  };
  let low = -MOST_PERSISTENT;
  let high = MOST_PERSISTENT;
  for (let round = 0; round < 16; round += 1) {
    const middle = (low + high) / 2;
    if (expected(middle) < raw) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Scatter of too few months for blocks, such as under two years: about their one mean, its autocorrelation unknown. */
export function scatterOfFew(values: readonly (number | null)[]): Scatter {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const relativeVariance = mean === 0 ? 0 : squares / Math.max(1, known.length - 1) / mean ** 2;
  return { relativeVariance, autocorrelation: 0, error: 1 / Math.sqrt(known.length), months: known.length };
}
