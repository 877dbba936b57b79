import { gapBetween } from './gap-between.ts';

/** What came of asking for an answer whose largest is at most a level. */
export type Attempt<A> = Found<A> | { kind: 'none' } | { kind: 'unknown' };

interface Found<A> {
  kind: 'found';
  answer: A;
  largest: number;
}

/** The least largest that was found, and what no answer can be below. */
export type LeastLargest<A> = (Found<A> & { bound: number; inTime: boolean }) | { kind: 'none' } | { kind: 'unknown' };

/**
 * Finds the answer whose largest part is least, by halving a list of levels: at each it is asked whether any answer stays
 * at or below. An answer at one level and none at the level before it are the proof; a model that makes a maximum least
 * has a relaxation too weak for one. The bound is asked first, for it often is the answer.
 * @param levels every value the largest can have, rising
 * @param bound no answer's largest is below it; not above the last level
 * @param gap relative distance at which the search may stop
 * @param attempt asks for an answer at or below a level; its largest counts as the lowest level not below it
 * @param first an answer that is known already
 * @returns largest is the level of the answer's largest
 * @source Edmonds & Fulkerson (1970), Bottleneck extrema, doi:10.1016/S0021-9800(70)80083-7
 */
export async function leastLargest<A>(
  levels: readonly number[],
  bound: number,
  gap: number,
  attempt: (level: number) => Promise<Attempt<A>>,
  first: { answer: A; largest: number } | null = null,
): Promise<LeastLargest<A>> {
  const at = (place: number) => levels[place] ?? 0;
  const placeOf = (largest: number) => levels.findIndex((level) => level >= largest);
  const levelled = (found: Found<A>): Found<A> => ({ ...found, largest: at(placeOf(found.largest)) });
  let best: Found<A> | null = first === null ? null : levelled({ kind: 'found', ...first });
  let low = placeOf(bound);
  let high = best === null ? levels.length - 1 : placeOf(best.largest);
  let next = low;
  let inTime = true;
  while (best === null || (low < high && gapBetween(best.largest, at(low)) > gap)) {
    const came = await attempt(at(next));
    if (came.kind === 'found') {
      best = levelled(came);
      high = placeOf(came.largest);
    } else if (best === null && next === levels.length - 1) return came;
    else if (came.kind === 'none') low = next + 1;
    else if (best !== null) {
      inTime = false;
      break;
    }
    next = best === null ? levels.length - 1 : Math.floor((low + high) / 2);
  }
  return { ...best, bound: at(Math.min(low, high)), inTime };
}
