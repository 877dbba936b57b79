import { sql } from 'kysely';
import { within } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { type Records, StatementError } from '../../platform/database/index.ts';
import type { Acting } from '../absences/take-step-service.ts';
import { SAID } from './say-sent.ts';
import { type RightRecord, type Settled, settleSent } from './settle-sent-service.ts';

/** Classes of SQLSTATE by which the records refuse a row: a value that is none, and a rule that it breaks. */
const REFUSES_THE_ROW = ['22', '23', '42501'];

/**
 * The same, by itself: what the records refuse of one record is held for a person, and leaves the others as they are. Any
 * other fault is one of ours, and takes the whole request back: everything stays on the phone then.
 */
export const settleApart = within(
  'ringfence.settle-apart',
  async (trx: Records, acting: Acting, sent: RightRecord): Promise<Settled> => {
    await sql`savepoint sent_record`.execute(trx);
    try {
      const settled = await settleSent(trx, acting, sent);
      await sql`release savepoint sent_record`.execute(trx);
      return settled;
    } catch (error) {
      const refused =
        error instanceof StaleEdit ||
        (error instanceof StatementError && REFUSES_THE_ROW.some((code) => error.code.startsWith(code)));
      if (!refused) throw error;
      await sql`rollback to savepoint sent_record; release savepoint sent_record`.execute(trx);
      return { outcome: 'held', said: SAID.refused, absence: null };
    }
  },
);
