import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { CALLER, firstAdministrator, PASSWORD, signInPlace } from '../../../../test/builders/people.ts';
import { describeStores } from '../../../../test/builders/records.ts';
import type { Records } from '../../database/index.ts';
import { addPerson, disablePerson, lastSeenOfPeople, redeemLink, signInWithPassword } from '../service.ts';
import { deleteOldSignIns } from './retention-service.ts';

const OPERATOR = { kind: 'operator', name: 'anna', as: null } as const;
const DAY = 24 * 3_600;
const count = async (records: Records, table: string): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${sql.table(`identity.${table}`)}`.execute(records);
  return rows[0]?.count ?? 0;
};
const counts = async (records: Records) => ({
  sessions: await count(records, 'session'),
  links: await count(records, 'one_time_link'),
  counters: await count(records, 'attempt'),
});
const entries = async (records: Records) => {
  const found = await sql<{ actor: string; subject: string; whom: string | null; detail: string }>`
    select actor, subject, whom, detail from platform.audit where action = 'users.delete-old-sign-ins' order by seq`.execute(
    records,
  );
  return found.rows;
};
const wrong = { email: 'ada@example.gov.uk', password: 'a wrong one, surely', caller: CALLER };

describeStores('what signing in leaves behind', (open) => {
  it('goes 30 days after a link or a counter was used, 90 after a session ended, and not before', async () => {
    const { database, records, close } = await open();
    const place = await signInPlace(database);
    await firstAdministrator(place);
    await signInWithPassword(place.system, wrong);
    const before = await counts(records);
    // A half sign-in that was completed, and the whole one; a link; a counter of the account and one of the address.
    expect(before).toEqual({ sessions: 2, links: 1, counters: 2 });
    place.later(30 * DAY - 60);
    expect(await deleteOldSignIns(place.system)).toEqual({ sessions: 0, links: 0, counters: 0 });
    expect(await entries(records)).toEqual([]);
    place.later(2 * 60);
    expect(await deleteOldSignIns(place.system)).toEqual({ sessions: 0, links: 1, counters: 2 });
    place.later(60 * DAY - 10 * 60);
    expect(await deleteOldSignIns(place.system)).toMatchObject({ sessions: 0 });
    place.later(DAY);
    expect(await deleteOldSignIns(place.system)).toEqual({ sessions: 1, links: 0, counters: 0 });
    expect(await deleteOldSignIns(place.system)).toEqual({ sessions: 0, links: 0, counters: 0 });
    expect((await entries(records)).map(({ detail, ...rest }) => [rest, JSON.parse(detail)])).toEqual([
      [
        { actor: 'wardroom', subject: 'sign-ins', whom: null },
        { sessions: 0, links: 1, counters: 2 },
      ],
      [
        { actor: 'wardroom', subject: 'sign-ins', whom: null },
        { sessions: 1, links: 0, counters: 0 },
      ],
    ]);
    await close();
  });

  it('keeps when each person was last seen, but nothing of somebody disabled', async () => {
    const { database, records, close } = await open();
    const place = await signInPlace(database);
    const { person } = await firstAdministrator(place);
    const added = await addPerson(place.as(OPERATOR), {
      ...{ name: 'Bo Gone', email: 'bo@example.gov.uk', organisation: null, firstUnit: 'Central North' },
    });
    if (added.kind !== 'done') throw new Error('not added');
    await redeemLink(place.system, { token: added.link.path.slice(-43), password: PASSWORD, caller: CALLER });
    await disablePerson(place.as(OPERATOR), { person: added.person.id, reason: 'left' });
    const seen = (await lastSeenOfPeople(place.as(OPERATOR))).get(person);
    expect(seen).toBeInstanceOf(Date);
    place.later(400 * DAY);
    await deleteOldSignIns(place.system);
    expect((await lastSeenOfPeople(place.as(OPERATOR))).get(person)).toEqual(seen);
    const { rows } = await sql<{ person: string }>`select person from identity.session`.execute(records);
    expect(rows).toEqual([{ person }]);
    await close();
  });

  it('deletes for Wardroom itself alone', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    await firstAdministrator(place);
    const asAda = await place.asPerson('ada@example.gov.uk');
    await expect(deleteOldSignIns(asAda)).rejects.toThrow('Wardroom does this by itself');
    await expect(deleteOldSignIns(place.as(OPERATOR))).rejects.toThrow('Wardroom does this by itself');
    await expect(
      asAda.records.transaction().execute((trx) => sql`delete from identity.session`.execute(trx)),
    ).rejects.toThrow('permission denied');
    await close();
  });
});
