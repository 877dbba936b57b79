/** Key of the made-up category that the demonstration writes for a measure. */
export function demonstrationCategory(measure: string): string {
  return `demonstration/${measure}`;
}
