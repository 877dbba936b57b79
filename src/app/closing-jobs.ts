import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { Platform } from '../platform/platform.ts';
import { closeDueMonths } from '../ringfence/service.ts';

const LOOKS_EVERY_MILLISECONDS = 3_600_000;

/** Closes months of the ring-fence. */
export interface ClosingJobs {
  /** Closes the months that are due; throws nothing. */
  look(): Promise<void>;
  /** Looks no more; settles when the last look is over. */
  stop(): Promise<void>;
}

/**
 * Closes months by the calendar, once a day: when Wardroom starts, and within the hour in which a day begins. Looks every hour,
 * so that a day on which the records could not be written is made up for.
 * @param given.platform Wardroom's own, past row security
 * @param given.repeat   the timer
 * @param given.failed   is told in one sentence when nothing could be closed
 */
export function closingJobs(given: {
  platform: Platform;
  repeat: (everyMilliseconds: number, work: () => Promise<void>) => { stop(): void };
  failed: (sentence: string) => void;
}): ClosingJobs {
  const { platform, repeat, failed } = given;
  let doneOn: string | null = null;
  const close = async () => {
    const today = todayInLondon(platform.now());
    if (doneOn === today) return;
    try {
      await closeDueMonths(platform);
      doneOn = today;
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      failed(`The months of the ring-fence could not be closed (${because}): it is tried again in an hour.`);
    }
  };
  let last = Promise.resolve();
  const look = (): Promise<void> => {
    last = last.then(close);
    return last;
  };
  const timer = repeat(LOOKS_EVERY_MILLISECONDS, look);
  const stop = (): Promise<void> => {
    timer.stop();
    return last;
  };
  return { look, stop };
}
