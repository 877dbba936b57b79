import { seededRandom } from './random.ts';

/** The first of a list and others drawn from the rest, so many in all and in their order; all where they are no more. */
export function drawSome<Item>(items: readonly Item[], most: number, seed: number): Item[] {
  if (items.length <= most) return [...items];
  const random = seededRandom(seed);
  let wanted = most - 1;
  // Going through the list once, each is as likely as any other to be among those still wanted.
  return items.filter((_, at) => {
    if (at === 0) return true;
    const isDrawn = random() * (items.length - at) < wanted;
    if (isDrawn) wanted -= 1;
    return isDrawn;
  });
}
