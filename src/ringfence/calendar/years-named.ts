/**
 * Every year whose events a time away may name, by the days of its duty and, of a rest day given back, of what took it: those
 * years, and one either side. It goes by nothing else, so that a duty is ruled the same alone and among others.
 */
export function yearsNamed(days: readonly string[]): number[] {
  const years = days.map((day) => Number(day.slice(0, 4)));
  return [...new Set(years.flatMap((year) => [year - 1, year, year + 1]))];
}
