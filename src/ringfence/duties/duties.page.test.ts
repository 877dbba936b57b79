import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { dutiesRoutes } from './duties-routes.tsx';

let pages: PageServer;
let kept: RingfenceRecords;
beforeAll(async () => {
  pages = await pageServer((server) => dutiesRoutes(server));
  kept = await ringfenceRecords(pages.database);
});
afterAll(() => pages.close());

const at = (officer: string, form: 'new' | 'pattern' | 'leave') =>
  `/ringfence/duties/of/${kept.officers[officer]}/${form}`;
const asked = (who: RingfencePerson) => pages.as(ringfencePrincipal(who));
const hours = async (officer: string) =>
  (
    await sql<{
      from: string;
    }>`select to_char(lower(during) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as "from" from ringfence.duty
      where officer = ${kept.officers[officer]} order by 1`.execute(pages.system.records)
  ).rows.map(({ from }) => from);

it('records a duty, and asks which of two times is meant where the clocks go back', async () => {
  const sergeant = asked('sergeant');
  const night = { day: '2026-10-24', start: '18:00', end: '01:30', kind: 'ward' };
  const asks = await sergeant.post(at('BLO-1', 'new'), night);
  expect(asks.statusCode).toBe(400);
  expect(asks.body).toContain('say whether the first or the second is meant');
  expect(asks.body).toContain('Which of the two ends is meant?');
  expect(asks.body).toContain('value="18:00"');
  const done = await sergeant.post(at('BLO-1', 'new'), { ...night, endWhich: 'second' });
  expect(done.headers.location).toContain('done=duty');
  expect(await hours('BLO-1')).toEqual(['2026-10-24 17:00']);
  const again = await sergeant.post(at('BLO-1', 'new'), { ...night, start: '17:00', endWhich: 'first' });
  expect(again.statusCode).toBe(400);
  expect(again.body).toContain('Ana Cole is already on duty from 18:00 on 24 October 2026 to 01:30 on 25 October 2026');
});

it('says what is wrong beside each field', async () => {
  const { statusCode, body } = await asked('officer').post(at('BLO-1', 'new'), { day: '', start: '7', end: '15:00' });
  expect(statusCode).toBe(400);
  expect(body).toContain('Write the day, such as 2026-03-28.');
  const rest = { day: '2026-03-09', start: '07:00', end: '15:00', kind: 'rest-day' };
  expect((await asked('officer').post(at('BLO-1', 'new'), rest)).body).toContain('Say what it was worked for');
});

it('shows what a pattern comes to, and plans the days that nothing stands in the way of', async () => {
  const sergeant = asked('sergeant');
  const pattern = { from: '2026-03-27', to: '2026-04-01', days: '2 x 18:00-01:30\n2 x off' };
  const preview = await sergeant.post(at('HOL-1', 'pattern'), pattern);
  expect(preview.statusCode).toBe(200);
  expect(preview.body).toContain('18:00 to 01:30 on 28 March 2026');
  expect(preview.body).toContain('There is no 01:30 on 29 March 2026');
  expect(preview.body).toContain('Plan these 3 duties');
  expect(await hours('HOL-1')).toEqual([]);
  const planned = await sergeant.post(at('HOL-1', 'pattern'), { ...pattern, do: 'plan' });
  expect(planned.body).toContain('3 duties planned. 1 day left out, for the reasons below.');
  expect(await hours('HOL-1')).toEqual(['2026-03-27 18:00', '2026-03-31 17:00', '2026-04-01 17:00']);
  const twice = await sergeant.post(at('HOL-1', 'pattern'), { ...pattern, do: 'plan' });
  expect(twice.body).toContain('No duties planned.');
  expect(twice.body).toContain('Hal Price is already on duty');
  const unread = await sergeant.post(at('HOL-1', 'pattern'), { ...pattern, to: '2026-03-01', days: 'early' });
  expect(unread.body).toContain('The last day comes before the first.');
  expect(unread.body).toContain('is no day of a pattern');
});

it('records leave of a day, whole or in minutes', async () => {
  const sergeant = asked('sergeant');
  const done = await sergeant.post(at('HOL-2', 'leave'), { day: '2026-03-09', minutes: '' });
  expect(done.headers.location).toContain('done=leave');
  expect((await sergeant.get(String(done.headers.location))).body).toContain('Leave is recorded.');
  const { body } = await sergeant.post(at('HOL-2', 'leave'), { day: '2026-03-10', minutes: 'all' });
  expect(body).toContain('Write the time as whole minutes of one day');
});

it('records a rest day given back, charged to the order that took it', async () => {
  const sergeant = asked('sergeant');
  const page = at('HOL-1', 'leave');
  expect((await sergeant.get(page)).body).toContain('No work on a rest day is recorded in the year before');
  const worked = { day: '2026-03-01', start: '08:00', end: '16:00', kind: 'rest-day', confirmed: 'yes' };
  await sergeant.post(at('HOL-1', 'new'), { ...worked, reason: 'custody', orderedBy: 'duty-inspector' });
  const { body } = await sergeant.get(page);
  const [, took = ''] = /<option value="(duty:\d+)">/.exec(body) ?? [];
  expect(body).toContain('1 March 2026, 08:00 to 16:00: custody, by order of the duty inspector');
  const typed = { day: '2026-03-11', what: 'rest-day', minutes: '', chargedTo: took };
  expect((await sergeant.post(page, typed)).body).toContain('Hal Price has no ward duty on 11 March 2026');
  await sergeant.post(at('HOL-1', 'new'), { day: '2026-03-11', start: '08:00', end: '16:00', kind: 'ward' });
  expect((await sergeant.post(page, { ...typed, chargedTo: '' })).body).toContain('Say which absence or duty took');
  expect((await sergeant.post(page, { ...typed, minutes: '60' })).body).toContain('Leave the minutes empty');
  expect((await sergeant.post(page, { ...typed, what: 'leave' })).body).toContain('Choose “A rest day given back”');
  const done = await sergeant.post(page, typed);
  expect((await sergeant.get(String(done.headers.location))).body).toContain('charged to the order that took it');
  const { rows } =
    await sql`select reason, 'duty:' || charged_duty as took, (extract(epoch from upper(during) - lower(during)) / 60)::int
    as minutes from ringfence.absence where officer = ${kept.officers['HOL-1']}`.execute(pages.system.records);
  expect(rows).toEqual([{ reason: 'rest-day-given-back', took, minutes: 480 }]);
  expect((await sergeant.post(page, typed)).body).toContain('Already recorded');
});

it('is for who writes the duties of the officer, and of an officer that there is', async () => {
  expect((await asked('sergeant').get(at('BUN-1', 'new'))).statusCode).toBe(404);
  expect((await asked('colleague').get(at('BLO-1', 'new'))).statusCode).toBe(404);
  expect((await asked('command').get(at('BLO-1', 'new'))).statusCode).toBe(403);
  const foreign = { day: '2026-03-09', start: '07:00', end: '15:00' };
  expect((await asked('otherInspector').post(at('BLO-2', 'new'), foreign)).statusCode).toBe(403);
  for (const form of ['new', 'pattern', 'leave'] as const)
    expect((await asked('officer').get(at('BLO-1', form))).statusCode).toBe(200);
});
