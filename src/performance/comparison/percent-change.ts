/**
 * Change in percent to one decimal, rounded half away from zero: 5 after 16 is -68.8. Counts are whole, so the rounding is
 * exact, and no -0 comes of it.
 * @param days of the two periods, to compare what there was per day; left out to compare the counts
 * @returns null on a zero base
 */
export function percentChange(
  current: number,
  previous: number,
  days: readonly [number, number] = [1, 1],
): number | null {
  if (previous === 0) return null;
  const [before, now] = [previous * days[0], current * days[1]];
  const tenths = Math.floor((2_000 * Math.abs(now - before) + before) / (2 * before));
  return tenths === 0 ? 0 : (Math.sign(now - before) * tenths) / 10;
}
