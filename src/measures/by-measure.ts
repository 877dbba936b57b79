import type { Series } from './model.ts';

/** Series by the name of their measure, in the order given. */
export function byMeasure(series: readonly Series[]): Map<string, Series[]> {
  const groups = new Map<string, Series[]>();
  for (const each of series) {
    const group = groups.get(each.measure);
    if (group) group.push(each);
    else groups.set(each.measure, [each]);
  }
  return groups;
}
