import { sql } from 'kysely';
import type { Records } from '../../src/platform/database/index.ts';
import type { LedgerLine } from '../../src/ringfence/model.ts';
import { UNIT } from './each-principal.ts';
import { WARD_SET } from './ringfence-records.ts';

/** A line of the ledger in short: who, on which day, of which account, how many minutes. */
export interface LineOfTest extends Partial<Pick<LedgerLine, 'reason' | 'orderedBy' | 'event' | 'late' | 'postClass'>> {
  officer: number;
  ward: string;
  day: string;
  account: LedgerLine['account'];
  minutes: number;
  /** When it was entered: at midnight after the day, unless said. */
  enteredAt?: string;
}

/** The number of a ward's place, made where it is missing. */
export async function placeOfTest(records: Records, ward: string, borough: string): Promise<number> {
  return records.transaction().execute(async (trx) => {
    await sql`insert into ringfence.place (unit, borough_code, ward_code, boundary_version)
      values (${UNIT}, ${borough}, ${ward}, ${WARD_SET}) on conflict do nothing`.execute(trx);
    const { rows } = await sql<{ id: number }>`select id from ringfence.place where ward_code = ${ward}`.execute(trx);
    return rows[0]?.id ?? 0;
  });
}

/** Enters lines by themselves, of no duty: what is worked out from the ledger needs no more. */
export async function enterLines(records: Records, lines: readonly LineOfTest[]): Promise<void> {
  await records.transaction().execute(async (trx) => {
    for (const line of lines) {
      await sql`insert into ringfence.ledger_line (officer, place, month, day, post_class, account, reason, ordered_by,
          event, late, minutes, synthetic, entered_by, entered_at)
        select ${line.officer}, id, date_trunc('month', ${line.day}::date), ${line.day}, ${line.postClass ?? 'floor'},
          ${line.account}, ${line.reason ?? ''}, ${line.orderedBy ?? ''}, ${line.event ?? ''}, ${line.late ?? false},
          ${line.minutes}, false, 'test', ${line.enteredAt ?? `${line.day}T23:59:00Z`}
        from ringfence.place where ward_code = ${line.ward}`.execute(trx);
    }
  });
}
