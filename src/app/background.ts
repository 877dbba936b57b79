import { auditHeadJobs } from '../platform/audit/head-jobs.ts';
import type { Safekeeping } from '../platform/audit/index.ts';
import { type BackgroundWork, backgroundWork, type Repeat } from '../platform/background/index.ts';
import { deleteOldSignIns } from '../platform/identity/retention/retention-service.ts';
import type { Platform } from '../platform/platform.ts';
import { closeDueMonths, enterPending, keepNoLonger, reckonAnew } from '../ringfence/service.ts';

/**
 * What Wardroom does by itself while it serves.
 * @param given.system Wardroom's own platform, past row security
 * @param given.repeat the timer
 * @param given.failed is told in one sentence what could not be done
 */
export function workInBackground(given: {
  system: Platform;
  safekeeping: Pick<Safekeeping, 'headFolders'>;
  repeat: Repeat;
  failed: (sentence: string) => void;
}): { start(): Promise<void>; stop(): Promise<void> } {
  const { system, safekeeping, repeat, failed } = given;
  const told = { now: system.now, repeat, failed };
  const retention = backgroundWork({ ...told, pieces: oldSignIns(system), every: 'hour' });
  const ringFence = backgroundWork({ ...told, pieces: ledgerToDuties(system), every: 'minute' });
  const closings = backgroundWork({ ...told, pieces: closing(system), every: 'hour' });
  const heads = auditHeadJobs({ platform: system, safekeeping, repeat, failed });
  const all: BackgroundWork[] = [retention, ringFence, heads, closings];
  return {
    start: async () => {
      await retention.look();
      await heads.look();
      // Nobody waits for these: a month of a whole force takes a while. What waits to be ruled anew comes before a closing.
      void ringFence.look().then(() => closings.look());
    },
    stop: async () => {
      for (const work of all) await work.stop();
    },
  };
}

const oldSignIns = (system: Platform) => [
  {
    otherwise: 'Old sessions, links and counters could not be deleted',
    onceADay: true,
    work: () => deleteOldSignIns(system),
  },
];

/** Within a minute of a policy being adopted, or an event entered or called off, duties are ruled by it. */
const ledgerToDuties = (system: Platform) => [
  {
    otherwise: 'Old duties and absences could not be folded',
    onceADay: true,
    work: () => keepNoLonger(system),
  },
  {
    otherwise: 'The ledger could not be reckoned anew',
    onceADay: true,
    work: () => reckonAnew(system),
  },
  {
    otherwise: 'Duties could not be ruled anew',
    onceADay: false,
    work: () => enterPending(system),
  },
];

const closing = (system: Platform) => [
  {
    otherwise: 'The months of the ring-fence could not be closed',
    onceADay: true,
    work: () => closeDueMonths(system),
  },
];
