/** How treated units become one series: the mean of their values, or, of logs, the log of the mean behind them. */
export type Combine = 'mean' | 'log-mean';

/**
 * The one series of a group of units, time by time; never a sum, which would lie outside what comparison units can make up.
 * @param rows values of the group's units, ≥ 1 row, equal lengths; logs where they are combined by 'log-mean'
 * @param sizes what each row counts for, > 0: the residents that rates are of, so that their average is the rate of all
 *   residents together; all alike if left out
 * @example
 * combine([[Math.log(1)], [Math.log(3)]], 'log-mean'); // [Math.log(2)]
 */
export function combine(rows: readonly ArrayLike<number>[], how: Combine, sizes?: readonly number[]): number[] {
  if (rows.length === 1) return Array.from(rows[0] ?? []);
  const all = sizes === undefined ? rows.length : sizes.reduce((sum, size) => sum + size, 0);
  const shares = rows.map((_, row) => (sizes?.[row] ?? 1) / all);
  const combined: number[] = [];
  const times = rows[0]?.length ?? 0;
  for (let time = 0; time < times; time += 1) combined.push(combinedAt(rows, time, how, shares));
  return combined;
}

function combinedAt(rows: readonly ArrayLike<number>[], time: number, how: Combine, shares: readonly number[]): number {
  let sum = 0;
  if (how === 'mean') {
    for (let at = 0; at < rows.length; at += 1) sum += (shares[at] as number) * (rows[at]?.[time] as number);
    return sum;
  }
  // From the largest, so that nothing overflows.
  let largest = Number.NEGATIVE_INFINITY;
  for (const row of rows) largest = Math.max(largest, row[time] as number);
  for (let at = 0; at < rows.length; at += 1) {
    sum += (shares[at] as number) * Math.exp((rows[at]?.[time] as number) - largest);
  }
  return largest + Math.log(sum);
}
