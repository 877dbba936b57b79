import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { CAMDEN, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { enterLines, placeOfTest } from '../../../test/builders/ringfence-ledger.ts';
import { BLOOMSBURY, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';

describeStores('a made-up book that is taken out', (open) => {
  it('takes what was folded of it, which names no officer, and the policy it was ruled by; what is real stays', async () => {
    const { database, records, close } = await open();
    const kept = await ringfenceRecords(database);
    const place = await placeOfTest(records, BLOOMSBURY, CAMDEN);
    const officer = kept.officers['BLO-1'] ?? -1;
    await enterLines(records, [{ officer, ward: BLOOMSBURY, day: '2026-03-02', account: 'confirmed', minutes: 60 }]);
    await sql`with made as (
        insert into ringfence.policy (unit, version, in_force_from, content, hash, because, synthetic, proposed_by, proposed_at,
          adopted_by, adopted_at)
        values (${UNIT}, 1, '2020-01-01', '{}', ${'a'.repeat(64)}, 'Made up', true, 'one', now(), 'two', now()) returning id)
      insert into ringfence.ledger_line (place, month, day, post_class, account, reason, policy, minutes, synthetic, entered_by,
        entered_at)
      select ${place}, '2020-03-01', '2020-03-01', 'floor', 'breach', 'custody', id, 480, true, 'wardroom', now() from made`.execute(
      records,
    );
    await kept
      .as('command')
      .records.transaction()
      .execute((trx) => sql`select * from organisation.take_out_made_up_book(${UNIT})`.execute(trx));
    const { rows } = await sql`select synthetic, minutes from ringfence.ledger_line`.execute(records);
    expect(rows).toEqual([{ synthetic: false, minutes: 60 }]);
    expect((await sql`select 1 from ringfence.policy`.execute(records)).rows).toEqual([]);
    await close();
  });
});
