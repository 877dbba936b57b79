/** One area's counts in earlier spans. */
export interface EarlierSpans {
  /** In time order, one a step; null for a span that is left out or has no count. Days > 0. */
  spans: readonly ({ count: number; days: number } | null)[];
}

/** Two earlier spans of one area, compared under equal daily rates. */
export interface EarlierPair {
  /** Step of the earlier of the two. */
  step: number;
  /** Events in both. */
  events: number;
  /** The later count less its expectation given the sum, over the binomial standard deviation. */
  change: number;
}

/**
 * Every pair of one area's spans that lie `lag` steps apart and hold at least one event: the square of each change has
 * expectation exactly 1 for Poisson counts of equal daily rates, however few.
 */
export function earlierPairs({ spans }: EarlierSpans, lag: number): EarlierPair[] {
  return spans.flatMap((earlier, step) => {
    const later = spans[step + lag];
    if (!earlier || !later) return [];
    const events = earlier.count + later.count;
    const share = later.days / (earlier.days + later.days);
    if (events === 0) return [];
    return [{ step, events, change: (later.count - events * share) / Math.sqrt(events * share * (1 - share)) }];
  });
}
