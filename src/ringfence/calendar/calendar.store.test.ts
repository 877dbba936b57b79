import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { at } from '../../../test/builders/ringfence-cases.ts';
import { type RingfenceRecords, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import { eventsHeld, eventsOf } from './calendar-service.ts';
import { callOffEvent, enterEmergency, enterOtherDays } from './change-calendar-service.ts';
import type { EmergencyTyped } from './event-problems.ts';
import { eventsWith } from './events-with.ts';

describeStores('the calendar of a unit', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
  });
  afterAll(() => opened.close());

  const typed = (rest: Partial<EmergencyTyped> = {}): EmergencyTyped => ({
    unit: UNIT,
    name: 'Bridge collapse',
    firstDay: '2026-03-09',
    rank: 'Superintendent',
    authorisedAt: at('2026-03-09', '22:00'),
    expires: at('2026-03-10', '08:00'),
    source: 'Gold’s log, entry 4.',
    ...rest,
  });
  const pending = async () =>
    (await sql<{ event: string }>`select event from ringfence.reentry order by id`.execute(opened.records)).rows.map(
      ({ event }) => event,
    );

  it('takes an emergency from a sergeant, as it was authorised, and shows it to everybody', async () => {
    const key = await enterEmergency(kept.as('sergeant'), typed());
    expect(key).toBe('emergency-2026-03-09-bridge-collapse');
    expect(await eventsOf(kept.as('visitor'), UNIT)).toMatchObject([
      {
        key,
        firstDay: '2026-03-09',
        lastDay: '2026-03-10',
        authorised: { rank: 'Superintendent', at: at('2026-03-09', '22:00'), expires: at('2026-03-10', '08:00') },
        calledOff: null,
        entered: true,
      },
    ]);
    expect(await pending()).toEqual([key]);
    await expect(enterEmergency(kept.as('inspector'), typed())).rejects.toThrow(
      'an entry of this name and day already',
    );
  });

  it('takes none from an officer or the public, and says to whom it belongs', async () => {
    const other = typed({ name: 'Other' });
    await expect(enterEmergency(kept.as('officer'), other)).rejects.toThrow('not yours to write in');
    await expect(enterEmergency(kept.as('visitor'), other)).rejects.toThrow();
    await expect(enterEmergency(kept.as('analyst'), other)).rejects.toThrow();
  });

  it('has a shipped event called off by command with a reason, once', async () => {
    const off = { unit: UNIT, key: 'carnival-2026', because: 'Storm: the board, 28 August 2026.' };
    await expect(callOffEvent(kept.as('inspector'), off)).rejects.toThrow();
    await expect(callOffEvent(kept.as('command'), { ...off, because: '' })).rejects.toThrow('Say why');
    await callOffEvent(kept.as('command'), off);
    await expect(callOffEvent(kept.as('command'), off)).rejects.toThrow('called off already');
    const held = await kept.system.records.transaction().execute((trx) => eventsHeld(trx, UNIT));
    expect(eventsWith(held, [2026]).find(({ key }) => key === off.key)).toMatchObject({
      firstDay: '2026-08-30',
      calledOff: off.because,
    });
    expect((await pending()).at(-1)).toBe('carnival-2026');
  });

  it('has an emergency called off that was entered', async () => {
    const key = 'emergency-2026-03-09-bridge-collapse';
    await callOffEvent(kept.as('command'), { unit: UNIT, key, because: 'A false alarm.' });
    const found = (await eventsOf(kept.as('visitor'), UNIT)).find((each) => each.key === key);
    expect(found?.calledOff).toBe('A false alarm.');
    await expect(callOffEvent(kept.as('command'), { unit: UNIT, key, because: 'Again.' })).rejects.toThrow('already');
  });

  it('has no event called off that is none', async () => {
    for (const key of ['carnival', 'carnival-1999', 'ashura-2026']) {
      await expect(callOffEvent(kept.as('command'), { unit: UNIT, key, because: 'No.' })).rejects.toThrow(
        'no such event',
      );
    }
  });

  it('takes other days for a yearly event before they begin, from command', async () => {
    const days = {
      unit: UNIT,
      key: 'carnival-2027',
      firstDay: '2027-09-05',
      lastDay: '2027-09-06',
      source: 'The board.',
    };
    await expect(enterOtherDays(kept.as('inspector'), days)).rejects.toThrow();
    await expect(enterOtherDays(kept.as('command', at('2027-09-05', '01:00')), days)).rejects.toThrow(
      'before they begin',
    );
    await enterOtherDays(kept.as('command'), days);
    const held = await eventsOf(kept.as('visitor'), UNIT);
    expect(eventsWith(held, [2027]).find(({ key }) => key === days.key)).toMatchObject({
      name: 'Notting Hill Carnival 2027',
      firstDay: '2027-09-05',
      lastDay: '2027-09-06',
    });
    await expect(enterOtherDays(kept.as('command'), days)).rejects.toThrow('an entry of this name and day already');
  });

  it('keeps what was entered from being changed, and from another’s name', async () => {
    const { records, actor } = kept.as('command');
    const moved = records
      .transaction()
      .execute((trx) => sql`update ringfence.event set first_day = '2026-01-01' where kind = 'carnival'`.execute(trx));
    await expect(moved).rejects.toThrow('permission denied');
    expect(actor).not.toBe('person:somebody-else');
    const forged = records.transaction().execute((trx) =>
      sql`insert into ringfence.event (unit, key, kind, name, first_day, last_day, synthetic, entered_by, entered_at)
        values (${UNIT}, 'carnival-2030', 'carnival', 'Carnival', '2030-08-25', '2030-08-26', false, 'person:somebody-else', now())`.execute(
        trx,
      ),
    );
    await expect(forged).rejects.toThrow('in the name of who does it');
    const revived = records.transaction().execute((trx) =>
      sql`update ringfence.event set called_off_at = null, called_off_by = null, called_off_because = null
        where key = 'carnival-2026'`.execute(trx),
    );
    await expect(revived).rejects.toThrow('called off once');
  });
});
