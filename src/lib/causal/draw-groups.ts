import type { Random } from '../statistics/random.ts';

/** Number of groups of a size that can be chosen from so many units: n over k. */
export function countGroups(units: number, size: number): number {
  let count = 1;
  for (let k = 1; k <= size; k += 1) count = (count * (units - size + k)) / k;
  return Math.round(count);
}

/**
 * Draws different groups at random, every one as likely as any other: where they are too many to take every one.
 * @param units  indexes to choose from, each once
 * @param size   units in a group
 * @param wanted groups to draw, fewer than there are
 */
export function drawGroups(
  units: readonly number[],
  size: number,
  wanted: number,
  random: Random,
): (readonly number[])[] {
  const drawn = new Map<string, readonly number[]>();
  while (drawn.size < wanted) {
    const left = [...units];
    const group = Array.from({ length: size }, () => left.splice(Math.floor(random() * left.length), 1)[0] as number);
    group.sort((a, b) => a - b);
    drawn.set(group.join(' '), group);
  }
  return [...drawn.values()];
}
