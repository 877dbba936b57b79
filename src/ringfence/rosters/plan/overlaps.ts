import type { TimeSpan } from '../../model.ts';

/** Whether two times have any moment in common. */
export const meets = (one: TimeSpan, other: TimeSpan): boolean => one.from < other.to && other.from < one.to;

/** Whether a time lies wholly within another. */
export const liesIn = (inner: TimeSpan, outer: TimeSpan): boolean => inner.from >= outer.from && inner.to <= outer.to;

export const sameTime = (one: TimeSpan, other: TimeSpan): boolean =>
  one.from.getTime() === other.from.getTime() && one.to.getTime() === other.to.getTime();

export const minutesOf = ({ from, to }: TimeSpan): number => (to.getTime() - from.getTime()) / 60_000;

/**
 * Everything whose time meets another's, with one of those it meets, whatever the order in which they come. Takes time in
 * proportion to n log n.
 */
export function overlapping<Item>(items: readonly Item[], timeOf: (item: Item) => TimeSpan): Map<Item, Item> {
  const sorted = items.toSorted((a, b) => timeOf(a).from.getTime() - timeOf(b).from.getTime());
  const found = new Map<Item, Item>();
  let latest: Item | null = null;
  for (const item of sorted) {
    if (latest !== null && meets(timeOf(latest), timeOf(item))) {
      found.set(item, latest);
      if (!found.has(latest)) found.set(latest, item);
    }
    if (latest === null || timeOf(item).to > timeOf(latest).to) latest = item;
  }
  return found;
}
