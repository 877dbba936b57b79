/** Work that was not taken on, because as much as may wait was waiting. */
export const TURNED_AWAY = Symbol('turned away');

/** Runs work, or turns it away. */
export type BoundedQueue = <T>(work: () => Promise<T>) => Promise<T | typeof TURNED_AWAY>;

/**
 * Does a few pieces of work at once and lets a few more wait, first come, first served; all others are turned away at
 * once, so that a burst neither takes all the memory nor makes everybody wait for ever.
 * @param atOnce  pieces worked on together, ≥ 1
 * @param waiting pieces that may wait, ≥ 0
 */
export function boundedQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): BoundedQueue {
  let running = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (line.length >= waiting) return TURNED_AWAY;
      // The one who finishes hands its place on, so `running` stays as it is.
      await new Promise<void>((begin) => line.push(begin));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
