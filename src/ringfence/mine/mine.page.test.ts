import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { changeDuty, planDuty } from '../duties/duty-service.ts';
import { recordLeave } from '../duties/leave-service.ts';
import { enterPending } from '../ledger/reentry-service.ts';
import { OWN_UNCOUNTED } from '../team/say-uncounted.ts';
import { mineRoutes } from './mine-routes.tsx';

let pages: PageServer;
let kept: RingfenceRecords;
beforeAll(async () => {
  pages = await pageServer((server) => mineRoutes(server));
  kept = await ringfenceRecords(pages.database);
  const officer = kept.officers['BLO-1'] ?? -1;
  const hours = { start: '07:00', end: '15:00', kind: 'ward' } as const;
  const duty = await planDuty(kept.as('officer'), { officer, day: '2026-03-09', ...hours });
  await planDuty(kept.as('officer'), { officer, day: '2026-02-09', ...hours });
  for (const day of ['2026-03-20', '2026-04-09']) await planDuty(kept.as('officer'), { officer, day, ...hours });
  await planDuty(kept.as('colleague'), { officer: kept.officers['BLO-2'] ?? -1, day: '2026-03-03', ...hours });
  const id = '6fa459ea-ee8a-4ca4-894e-db77e160355e';
  await callAway(kept.as('sergeant'), {
    id,
    duty: duty.id,
    from: new Date('2026-03-09T10:00:00Z'),
    reason: 'custody',
    note: 'Key word',
  });
  await changeDuty(kept.as('sergeant'), {
    id: duty.id,
    version: 1,
    start: '07:00',
    end: '16:00',
    because: 'Stayed on.',
  });
  await recordLeave(kept.as('officer'), { officer, day: '2026-03-05', minutes: 480 });
});
afterAll(() => pages.close());

const asked = (who: RingfencePerson) => pages.as(ringfencePrincipal(who));

it('shows an officer the present month of theirs, each part with who wrote it', async () => {
  const { statusCode, body, headers } = await asked('officer').get('/ringfence/mine');
  expect(statusCode).toBe(200);
  expect(headers['cache-control']).toContain('no-store');
  for (const said of [
    'You are Ana Cole (BLO-1).',
    '07:00 to 16:00',
    '9 March 2026: Custody, recorded',
    'Person sergeant',
    'Key word',
    '“Stayed on.”',
    '5 March 2026: 8\u00a0h',
    'Planned, of days to come',
    '<option value="2026-02">',
    'Away, a breach',
    'The sergeant who leads your ward',
    '48 closed months',
  ])
    expect(body).toContain(said);
  expect(body).not.toContain('9 February 2026');
  // A month to come has duties too, and is not what the page opens on.
  expect(body).not.toContain('9 April 2026');
  expect(body).toMatch(/20 March 2026.*?planned/s);
  expect(body).not.toContain('Ben Okafor');
});

it('shows another month, and everything as a file', async () => {
  const { body } = await asked('officer').get('/ringfence/mine?month=2026-02');
  expect(body).toContain('9 February 2026');
  expect(body).not.toContain('9 March 2026');
  expect(body).not.toContain('Of this month only sums are kept');
  const long = await asked('officer').get('/ringfence/mine?month=2021-02');
  expect(long.body).toContain('Of this month only sums are kept');
  const file = await asked('officer').get('/ringfence/mine.json');
  expect(file.headers['content-disposition']).toContain('attachment');
  const all = JSON.parse(file.body) as Record<string, { day?: string }[]>;
  expect(all.officer).toEqual({ reference: 'BLO-1', name: 'Ana Cole', unit: 'Central North' });
  expect(all.duties?.map(({ day }) => day)).toEqual(['2026-02-09', '2026-03-09', '2026-03-20', '2026-04-09']);
  expect(all.absences).toHaveLength(1);
  expect(all.states).toHaveLength(6);
  expect(file.body).not.toContain('2026-03-03');
});

test('a colleague sees their own and nothing of it; who is linked with nobody is told', async () => {
  const { body } = await asked('colleague').get('/ringfence/mine');
  expect(body).toContain('You are Ben Okafor');
  expect(body).not.toContain('Custody');
  const unlinked = await asked('unlinked').get('/ringfence/mine');
  expect(unlinked.body).toContain('Nobody has said yet which officer you are');
  expect((await asked('unlinked').get('/ringfence/mine.json')).statusCode).toBe(404);
  expect((await asked('analyst').get('/ringfence/mine')).statusCode).toBe(403);
});

it('says of a duty for which the book has no post that it counts in no ward', async () => {
  const officer = kept.officers['BLO-1'] ?? -1;
  const told = async () => (await asked('officer').get('/ringfence/mine')).body.split(OWN_UNCOUNTED).length - 1;
  expect(await told()).toBe(0);
  const { records } = pages.system;
  await sql`update organisation.posting set during = '[2022-05-05,2026-03-01)' where officer = ${officer}`.execute(
    records,
  );
  await sql`insert into organisation.book_revision (unit, kind, reference, before, after, changed_by, changed_at)
    values ('Central North', 'postings', 'posting of BLO-1', null, ${{ officer: 'BLO-1' }}, 'test', now())`.execute(
    records,
  );
  await enterPending(kept.system);
  expect(await told()).toBe(2);
});
