import { groupBy } from '../../organisation/index.ts';
import type { MonthBefore } from './model.ts';

/**
 * Months that may be compared with each other: those of the publication that has most of them (of two with as many, the
 * later), whole ones only. Publishers restate history, so that months of two publications show changes that never happened.
 */
export function ofOnePublication(months: readonly MonthBefore[]): MonthBefore[] {
  const whole = months.filter(({ lacking }) => lacking.length === 0);
  const groups = [...groupBy(whole, ({ vintages }) => vintages.join('\n')).values()];
  return groups.reduce((most, group) => (group.length >= most.length ? group : most), []);
}
