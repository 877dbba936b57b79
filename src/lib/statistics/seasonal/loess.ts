/** A smoother of neighbours: how many it reaches, of which degree it is, and at every how many points it is fitted. */
export interface Smoother {
  /** Points reached, odd and at least 3. */
  span: number;
  /** 0: weighted means; 1: weighted lines. */
  degree: 0 | 1;
  /** Fitted at every so many points, joined by straight lines. */
  jump: number;
}

/**
 * Smooths equally spaced values by locally weighted regression (loess).
 * @param values at least one
 * @param weights of the values, ≥ 0, same length; null: all 1
 * @returns one a value
 * @source Cleveland et al. (1990), STL: A seasonal-trend decomposition procedure based on loess, J. Official Statistics 6
 */
export function loess(values: readonly number[], smoother: Smoother, weights: readonly number[] | null): number[] {
  const { span, jump } = smoother;
  const count = values.length;
  if (count < 2) return [...values];
  const step = Math.min(jump, count - 1);
  const smoothed: number[] = new Array(count).fill(0);
  const fitted: number[] = [];
  for (let at = 0; at < count; at += step) fitted.push(at);
  // The last point is always fitted, so that no line runs beyond the values.
  if (fitted.at(-1) !== count - 1) fitted.push(count - 1);
  for (const at of fitted) {
    const from = span >= count ? 0 : Math.min(count - span, Math.max(0, at - (span - 1) / 2));
    const until = Math.min(count, from + span);
    smoothed[at] = loessAt(values, smoother, { at, from, until, weights }) ?? (values[at] as number);
  }
  for (const [turn, at] of fitted.entries()) {
    const next = fitted[turn + 1] ?? at;
    const slope = ((smoothed[next] as number) - (smoothed[at] as number)) / Math.max(1, next - at);
    for (let between = at + 1; between < next; between += 1) {
      smoothed[between] = (smoothed[at] as number) + slope * (between - at);
    }
  }
  return smoothed;
}

/** Where a smoother is fitted, and which values it may use: from one up to, not with, another. */
export interface Fit {
  /** May lie just before the first value or after the last. */
  at: number;
  from: number;
  until: number;
  weights: readonly number[] | null;
}

/** The smoothed value at one place; null where no weight is left. */
export function loessAt(
  values: readonly number[],
  { span, degree }: Smoother,
  { at, from, until, weights }: Fit,
): number | null {
  const count = values.length;
  const reach = Math.max(at - from, until - 1 - at) + (span > count ? Math.floor((span - count) / 2) : 0);
  const weight: number[] = [];
  let all = 0;
  for (let place = from; place < until; place += 1) {
    const distance = Math.abs(place - at);
    // Cleveland's own cut: beyond 0.999 of the reach nothing counts, within 0.001 all of it.
    const tricube = distance <= 0.001 * reach ? 1 : distance > 0.999 * reach ? 0 : (1 - (distance / reach) ** 3) ** 3;
    const own = tricube * (weights?.[place] ?? 1);
    weight.push(own);
    all += own;
  }
  if (all <= 0) return null;
  const shares = weight.map((each) => each / all);
  const mean = shares.reduce((sum, share, turn) => sum + share * (from + turn), 0);
  const spread = shares.reduce((sum, share, turn) => sum + share * (from + turn - mean) ** 2, 0);
  const tilted = degree === 1 && reach > 0 && Math.sqrt(spread) > 0.001 * (count - 1);
  const tilt = tilted ? (at - mean) / spread : 0;
  return shares.reduce(
    (sum, share, turn) => sum + share * (1 + tilt * (from + turn - mean)) * (values[from + turn] as number),
    0,
  );
}
