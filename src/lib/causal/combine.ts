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
  const all = sizes === undefined ? rows.length : sizes.reduce((sum, size) => sum + size, 0);
  const share = (row: number): number => (sizes?.[row] ?? 1) / all;
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, time) => {
    if (rows.length === 1) return rows[0]?.[time] as number;
    if (how === 'mean') return rows.reduce((sum, row, at) => sum + share(at) * (row[time] as number), 0);
    // From the largest, so that nothing overflows.
    const largest = rows.reduce((most, row) => Math.max(most, row[time] as number), Number.NEGATIVE_INFINITY);
    return (
      largest + Math.log(rows.reduce((sum, row, at) => sum + share(at) * Math.exp((row[time] as number) - largest), 0))
    );
  });
}
