import { comparePriority } from './compare-priority.ts';

/** Wards waiting for an officer, the next in turn first. */
export interface PriorityQueue {
  /** The ward whose turn it is; -1 when none may have more. */
  first(): number;
  /** The ward that would be next if the first were not there; -1 when there is none. */
  second(): number;
  /** Gives the first ward an officer and finds its new place; it leaves at its ceiling. */
  award(): void;
  /** Officers of each ward so far. */
  readonly officers: Int32Array;
}

/**
 * A binary heap over typed arrays, ordered by priority value, ties by position in the list. Cost: log W a turn.
 * @param ceilings most officers a ward may have; Infinity for none
 */
export function priorityQueue(
  demand: ArrayLike<number>,
  floors: ArrayLike<number>,
  ceilings: ArrayLike<number>,
): PriorityQueue {
  const officers = Int32Array.from(floors);
  const heap = new Int32Array(officers.length);
  let size = 0;
  for (let ward = 0; ward < officers.length; ward += 1) {
    if ((officers[ward] ?? 0) < (ceilings[ward] ?? 0)) heap[size++] = ward;
  }

  function goesBefore(wardA: number, wardB: number): boolean {
    const order = comparePriority(demand[wardA] ?? 0, officers[wardA] ?? 0, demand[wardB] ?? 0, officers[wardB] ?? 0);
    return order === 0 ? wardA < wardB : order > 0;
  }

  function sink(start: number): void {
    let place = start;
    const ward = heap[place] ?? 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && goesBefore(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      if (!goesBefore(heap[child] ?? 0, ward)) break;
      heap[place] = heap[child] ?? 0;
      place = child;
    }
    heap[place] = ward;
  }

  for (let place = (size >> 1) - 1; place >= 0; place -= 1) sink(place);

  return {
    officers,
    first: () => (size > 0 ? (heap[0] ?? -1) : -1),
    second: () => {
      if (size < 2) return -1;
      const left = heap[1] ?? -1;
      if (size === 2) return left;
      const right = heap[2] ?? -1;
      return goesBefore(right, left) ? right : left;
    },
    award: () => {
      const ward = heap[0] ?? 0;
      const number = (officers[ward] ?? 0) + 1;
      officers[ward] = number;
      if (number >= (ceilings[ward] ?? 0)) heap[0] = heap[--size] ?? 0;
      if (size > 0) sink(0);
    },
  };
}
