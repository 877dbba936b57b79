import { InvalidArgument } from '../../lib/invalid-argument.ts';
import { StatementError } from '../database/index.ts';
import { Conflict } from '../web/named-errors.ts';

/** A transaction met others on the same records every time it was tried. */
export class TooBusy extends Conflict {
  override name = 'TooBusy';
  constructor(cause: unknown) {
    super('Several people are changing the same records at this moment, and nothing of yours was saved: try again.');
    this.cause = cause;
  }
}

/** SQLSTATEs by which PostgreSQL gives up one of several transactions so that the others can go on. */
const GIVEN_UP = ['40P01', '40001'];

/**
 * Runs a whole transaction, again when PostgreSQL gave it up for another's sake: a deadlock, or a serialization failure.
 * Nothing of a transaction that was given up is there, so that running it again does nothing twice; what it does outside
 * the records must wait until it has ended.
 * @param transaction opens its own transaction each time; never a part of one
 * @param options.attempts how often it is tried in all, at least once
 * @param options.pause    waits before the next attempt, given how many failed; of random length, or two would meet again
 * @throws TooBusy when every attempt was given up; any other error at once
 * @example
 * await retryOnDeadlock(() => records.transaction().execute((trx) => swapPostings(trx, pair)), {
 *   attempts: 5,
 *   pause: (failed) => setTimeout(random() * 20 * failed), // of node:timers/promises
 * });
 */
export async function retryOnDeadlock<Result>(
  transaction: () => Promise<Result>,
  { attempts, pause }: { attempts: number; pause: (failed: number) => Promise<void> },
): Promise<Result> {
  if (!(attempts >= 1)) throw new InvalidArgument('A transaction is tried at least once.');
  for (let failed = 1; ; failed += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof StatementError) || !GIVEN_UP.includes(error.code)) throw error;
      if (failed >= attempts) throw new TooBusy(error);
    }
    await pause(failed);
  }
}
