/** Runs a piece of work once all given before it have ended; 'busy' where too many wait already. */
export type InTurn = <Answer>(work: () => Promise<Answer>) => Promise<Answer | 'busy'>;

/**
 * A queue in which one piece of work runs at a time, so that several readers together ask no more of this machine than one.
 * Work that fails fails its asker alone.
 * @param mostWaiting how many may wait behind the one that runs
 */
export function oneAtATime(mostWaiting: number): InTurn {
  let here = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (here > mostWaiting) return 'busy';
    here += 1;
    const mine = last.then(work);
    last = mine.catch(() => null);
    try {
      return await mine;
    } finally {
      here -= 1;
    }
  };
}
