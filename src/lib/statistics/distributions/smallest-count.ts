/**
 * The smallest whole number ≥ 0 at which a condition holds that stays true once it is; found by doubled strides from a
 * guess, then by halving.
 */
export function smallestCount(holds: (count: number) => boolean, guess: number): number {
  const start = Math.max(0, Math.floor(guess));
  let low = start;
  let high = start;
  if (holds(start)) for (let stride = 1; low >= 0 && holds(low); stride *= 2) [high, low] = [low, low - stride];
  else for (let stride = 1; !holds(high); stride *= 2) [low, high] = [high, high + stride];
  low = Math.max(low, -1);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
