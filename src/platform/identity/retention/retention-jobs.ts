import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import type { Platform } from '../../platform.ts';
import { deleteOldSignIns } from './retention-service.ts';

const LOOKS_EVERY_MILLISECONDS = 3_600_000;

export interface RetentionJobs {
  /** Deletes what is past its time, once a day; throws nothing. */
  look(): Promise<void>;
  /** Looks no more; settles when the last look is over. */
  stop(): Promise<void>;
}

/**
 * Deletes what signing in left behind once a day. Looks every hour, so that a day on which the records could not be written
 * is made up for.
 * @param given.platform Wardroom's own, past row security
 * @param given.repeat   the timer
 * @param given.failed   is told in one sentence when nothing could be deleted
 */
export function retentionJobs(given: {
  platform: Platform;
  repeat: (everyMilliseconds: number, work: () => Promise<void>) => { stop(): void };
  failed: (sentence: string) => void;
}): RetentionJobs {
  const { platform, repeat, failed } = given;
  let doneOn: string | null = null;
  const deleteOnceADay = async () => {
    const today = todayInLondon(platform.now());
    if (doneOn === today) return;
    try {
      await deleteOldSignIns(platform);
      doneOn = today;
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      failed(`Old sessions, links and counters could not be deleted (${because}): it is tried again in an hour.`);
    }
  };
  let last = Promise.resolve();
  const look = (): Promise<void> => {
    last = last.then(deleteOnceADay);
    return last;
  };
  const timer = repeat(LOOKS_EVERY_MILLISECONDS, look);
  const stop = (): Promise<void> => {
    timer.stop();
    return last;
  };
  return { look, stop };
}
