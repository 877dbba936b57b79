import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { retryOnDeadlock } from '../../platform/concurrency/index.ts';

const ATTEMPTS = 5;
const LONGEST_PAUSE_MILLISECONDS = 20;

/** Runs a whole transaction, and again where PostgreSQL gave it up for another of the same duties. @throws TooBusy */
export const againOnDeadlock = <Result>(transaction: () => Promise<Result>): Promise<Result> =>
  retryOnDeadlock(transaction, {
    attempts: ATTEMPTS,
    pause: (failed) => pause(randomInt(LONGEST_PAUSE_MILLISECONDS) * failed),
  });
