/**
 * The outcome of areas that are taken together: the log of their average count, or their average rate. The log is taken of
 * the average, never averaged itself, so that per cent effects are of what is counted in all of them together.
 * @param values areas × times, ≥ 1 area; above zero on average at every time where the scale is 'log'
 */
export function seriesOf(values: readonly (readonly number[])[], scale: 'log' | 'rate'): number[] {
  const times = values[0]?.length ?? 0;
  return Array.from({ length: times }, (_, at) => {
    const mean = values.reduce((sum, each) => sum + (each[at] ?? 0), 0) / values.length;
    return scale === 'log' ? Math.log(mean) : mean;
  });
}
