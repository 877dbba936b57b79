import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { Platform } from '../platform/platform.ts';
import { enterPending, keepNoLonger, reckonAnew } from '../ringfence/service.ts';

const LOOKS_EVERY_MILLISECONDS = 60_000;

/** Keeps the ledger of the ring-fence to its duties, absences and policies, and its detail no longer than it may be kept. */
export interface RingFenceJobs {
  /** Rules anew what waits; once a day the open months, and folds what is past its time. Throws nothing. */
  look(): Promise<void>;
  /** Looks no more; settles when the last look is over. */
  stop(): Promise<void>;
}

/**
 * Rules duties anew within a minute of a policy being adopted or an event entered or called off, and does once a day what is
 * due once a day: a day on which the records could not be written is made up for within the minute after.
 * @param given.platform Wardroom's own, past row security
 * @param given.repeat   the timer
 * @param given.failed   is told in one sentence what could not be done
 */
export function ringFenceJobs(given: {
  platform: Platform;
  repeat: (everyMilliseconds: number, work: () => Promise<void>) => { stop(): void };
  failed: (sentence: string) => void;
}): RingFenceJobs {
  const { platform, repeat, failed } = given;
  const doneOn = new Map<string, string>();
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      failed(`${what} (${because}): it is tried again in a minute.`);
    }
  };
  const onceADay = (what: string, work: (platform: Platform) => Promise<unknown>) =>
    attempt(what, async () => {
      const today = todayInLondon(platform.now());
      if (doneOn.get(what) === today) return;
      await work(platform);
      doneOn.set(what, today);
    });
  const lookOnce = async () => {
    await onceADay('Old duties and absences could not be folded', keepNoLonger);
    await onceADay('The ledger could not be reckoned anew', reckonAnew);
    await attempt('Duties could not be ruled anew', () => enterPending(platform));
  };
  let last = Promise.resolve();
  const look = (): Promise<void> => {
    last = last.then(lookOnce);
    return last;
  };
  const timer = repeat(LOOKS_EVERY_MILLISECONDS, look);
  const stop = (): Promise<void> => {
    timer.stop();
    return last;
  };
  return { look, stop };
}
