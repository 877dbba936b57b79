import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { type RingfenceRecords, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { planDuty } from '../duties/duty-service.ts';
import { enterDuties, reenterDuties } from './ledger-service.ts';
import { enterPending, reckonAnew } from './reentry-service.ts';

const AWAY = '0f8fad5b-d9cb-469f-a165-70867728950e';

describeStores('ruling anew', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  let duty: number;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
    const officer = kept.officers['BLO-1'] ?? -1;
    const made = await planDuty(kept.as('officer'), {
      officer,
      day: '2026-03-09',
      start: '07:00',
      end: '15:00',
      kind: 'ward',
    });
    duty = made.id;
  });
  afterAll(() => opened.close());

  const stands = async () =>
    (
      await opened.records.transaction().execute((trx) =>
        sql`select account, sum(minutes)::int as minutes from ringfence.ledger_line
          where duty = ${duty} group by 1 having sum(minutes) <> 0 order by 1`.execute(trx),
      )
    ).rows;

  it('is asked for by who reads duties and writes none, and done by Wardroom alone', async () => {
    const command = kept.as('command');
    await command.records
      .transaction()
      .execute((trx) =>
        reenterDuties(
          trx,
          { unit: 'Central North', fromDay: '2026-03-01', untilDay: null, because: 'A policy was adopted.' },
          { actor: command.actor, at: command.now() },
        ),
      );
    await expect(enterPending(command)).rejects.toThrow('Wardroom does this by itself');
    expect(await enterPending(kept.system)).toBe(1);
    expect(await enterPending(kept.system)).toBe(0);
  });

  it('takes back what was forged into the ledger when the open months are reckoned anew', async () => {
    const away = { id: AWAY, duty, from: new Date('2026-03-09T10:00:00Z'), reason: 'custody' } as const;
    await callAway(kept.as('officer'), away);
    expect(await stands()).toEqual([
      { account: 'breach', minutes: 300 },
      { account: 'presumed', minutes: 180 },
    ]);
    const forged = sql`insert into ringfence.ledger_line (officer, place, month, day, post_class, duty, absence, account, minutes, synthetic,
        entered_by, entered_at)
      select officer, place, '2026-03-01', day, post_class, id, ${AWAY}::uuid, given.account, given.minutes, false, ${kept.as('officer').actor}, now()
      from ringfence.duty, (values ('breach', -300), ('permitted', 300)) as given (account, minutes) where id = ${duty}`;
    await kept
      .as('officer')
      .records.transaction()
      .execute((trx) => forged.execute(trx));
    const asForged = [
      { account: 'permitted', minutes: 300 },
      { account: 'presumed', minutes: 180 },
    ];
    expect(await stands()).toEqual(asForged);
    await reckonAnew(kept.system);
    expect(await enterPending(kept.system)).toBe(1);
    expect(await stands()).toEqual([
      { account: 'breach', minutes: 300 },
      { account: 'presumed', minutes: 180 },
    ]);
    await reckonAnew(kept.system);
    expect(await enterPending(kept.system), 'once a day').toBe(0);
  });

  it('rules a rest day by the event that took it years before, alone as among others', async () => {
    const [colleague, officer] = [kept.as('colleague'), kept.officers['BLO-2'] ?? -1];
    const hours = { officer, start: '07:00', end: '15:00' };
    const order = { by: 'operations-room', person: null, at: null, reference: '' } as const;
    const elsewhere = { reason: 'event', order, event: 'carnival-2024' } as const;
    const took = await planDuty(colleague, { ...hours, day: '2024-08-25', kind: 'rest-day', elsewhere });
    const { id } = await planDuty(colleague, { ...hours, day: '2026-03-09', kind: 'ward' });
    const rested = { id: crypto.randomUUID(), duty: id, from: new Date('2026-03-09T07:00:00Z') };
    await callAway(colleague, { ...rested, reason: 'rest-day-given-back', chargedTo: `duty:${took.id}` });
    const stood = async () =>
      (
        await opened.records.transaction().execute((trx) =>
          sql`select account, event, sum(minutes)::int as minutes from ringfence.ledger_line where duty = ${id}
              group by 1, 2 having sum(minutes) <> 0`.execute(trx),
        )
      ).rows;
    const exempt = [{ account: 'exception', event: 'carnival-2024', minutes: 480 }];
    expect(await stood()).toEqual(exempt);
    const by = { actor: 'test', at: new Date('2026-03-10T12:00:00Z') };
    await kept.system.records.transaction().execute((trx) => enterDuties(trx, [took.id, duty, id], by));
    expect(await stood()).toEqual(exempt);
  });
});
