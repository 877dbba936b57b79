import { todayInLondon } from '../../lib/calendar/today-in-london.ts';

/** Calls a function again and again until it is told to stop. */
export type Repeat = (everyMilliseconds: number, work: () => Promise<void>) => { stop(): void };

/** One thing that is done by itself. */
export interface Piece {
  /** What is said where it fails, such as "The ledger could not be reckoned anew". */
  otherwise: string;
  /** Whether it is done once a day (in London) and not at every look. */
  onceADay: boolean;
  work: () => Promise<unknown>;
}

/** What Wardroom does by itself while it runs. */
export interface BackgroundWork {
  /** Does what is due, piece after piece, after the look before; throws nothing. */
  look(): Promise<void>;
  /** Begins no further piece; settles when the one that was begun is over. */
  stop(): Promise<void>;
}

const MILLISECONDS = { minute: 60_000, hour: 3_600_000 };

/**
 * Looks again and again what is due. A piece that fails stops no other, and is tried again at the next look: so a day on which
 * the records could not be written is made up for.
 * @param given.pieces in the order in which they are done
 * @param given.every  how often it looks
 * @param given.now    the clock
 * @param given.repeat the timer
 * @param given.failed is told in one sentence what could not be done
 */
export function backgroundWork(given: {
  pieces: readonly Piece[];
  every: 'minute' | 'hour';
  now: () => Date;
  repeat: Repeat;
  failed: (sentence: string) => void;
}): BackgroundWork {
  const { pieces, every, now, repeat, failed } = given;
  const doneOn = new Map<Piece, string>();
  const attempt = async (piece: Piece) => {
    const today = todayInLondon(now());
    if (piece.onceADay && doneOn.get(piece) === today) return;
    try {
      await piece.work();
      doneOn.set(piece, today);
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      failed(`${piece.otherwise} (${because}): it is tried again in ${every === 'hour' ? 'an hour' : 'a minute'}.`);
    }
  };
  const lookOnce = async () => {
    for (const piece of pieces) if (!stopped) await attempt(piece);
  };
  let stopped = false;
  let last = Promise.resolve();
  const look = (): Promise<void> => {
    last = last.then(lookOnce);
    return last;
  };
  const timer = repeat(MILLISECONDS[every], look);
  const stop = (): Promise<void> => {
    timer.stop();
    stopped = true;
    return last;
  };
  return { look, stop };
}
