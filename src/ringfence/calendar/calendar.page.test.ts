import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ringfencePrincipal, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import { calendarRoutes } from './calendar-routes.tsx';

const HERE = '/ringfence/calendar';
let pages: PageServer;

beforeAll(async () => {
  pages = await pageServer(calendarRoutes);
  await ringfenceRecords(pages.database);
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const as = (who: Parameters<typeof ringfencePrincipal>[0]) => pages.as(ringfencePrincipal(who));
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const emergency = {
  ...{ name: 'Bridge collapse', firstDay: '2026-03-09', rank: 'Superintendent', source: 'Gold’s log.' },
  ...{ authorisedAt: '2026-03-09', authorisedTime: '22:00', expires: '2026-03-10', expiresTime: '08:00' },
};

it('shows everybody the events by year, held or called off and by whom, and offers them no form', async () => {
  const text = textOf((await pages.as({ kind: 'visitor' }).get(HERE)).body);
  expect(text).toContain('Notting Hill Carnival 2026, 30 and 31 August 2026, is the next.');
  expect(text).toMatch(/Notting Hill Carnival 2021 29 and 30 August 2021 Called off\. .*18 June 2021/);
  expect(text).toMatch(/Notting Hill Carnival 2019 25 and 26 August 2019 Held/);
  expect(text).toMatch(/New Year’s Eve 2027 31 December 2027 On the calendar/);
  expect(text).toMatch(/Events of 2017 to 20\d\d/);
  expect(text).not.toMatch(/Enter a major emergency|Call an event off/);
});

it('takes an emergency from an inspector, and shows it with its authorisation', async () => {
  expect(textOf((await as('officer').get(HERE)).body)).not.toContain('Enter a major emergency');
  const inspector = as('inspector');
  const wrong = await inspector.post(`${HERE}/emergency`, { ...emergency, expiresTime: 'noon' });
  expect([wrong.statusCode, textOf(wrong.body).includes('the time until which it holds')]).toEqual([400, true]);
  expect(wrong.body).toContain('value="Bridge collapse"');
  expect((await inspector.post(`${HERE}/emergency`, emergency)).statusCode).toBe(303);
  expect(textOf((await pages.as({ kind: 'visitor' }).get(HERE)).body)).toContain(
    'Authorised by a Superintendent on 9 March 2026 at 22:00, until 10 March 2026 at 08:00. Gold’s log. Entered on',
  );
  const officer = await as('officer').post(`${HERE}/emergency`, { ...emergency, name: 'Other' });
  expect([officer.statusCode, textOf(officer.body).includes('not yours to write in')]).toEqual([400, true]);
  expect((await as('analyst').post(`${HERE}/emergency`, emergency)).statusCode).toBe(403);
});

it('has events called off by command alone, with a reason', async () => {
  const off = { off: 'carnival-2026', because: 'Storm: the board, 28 August 2026.' };
  expect((await as('inspector').post(`${HERE}/call-off`, off)).statusCode).toBe(403);
  const silent = await as('command').post(`${HERE}/call-off`, { ...off, because: '' });
  expect([silent.statusCode, textOf(silent.body).includes('Say why it does not take place')]).toEqual([400, true]);
  expect((await as('command').post(`${HERE}/call-off`, off)).statusCode).toBe(303);
  expect(textOf((await pages.as({ kind: 'visitor' }).get(HERE)).body)).toMatch(
    /Carnival 2026 30 and 31 August 2026 Called off\. Storm/,
  );
});

it('takes other days from command, with what stands in the way beside its own fields', async () => {
  const days = { moved: 'carnival-2027', movedFirst: '2027-09-05', movedLast: '2027-09-06', movedSource: '' };
  const silent = await as('command').post(`${HERE}/days`, days);
  expect(silent.statusCode).toBe(400);
  expect(silent.body).toMatch(/id="movedSource-error"/);
  expect((await as('command').post(`${HERE}/days`, { ...days, movedSource: 'The board.' })).statusCode).toBe(303);
  const text = textOf((await pages.as({ kind: 'visitor' }).get(HERE)).body);
  expect(text).toMatch(/Notting Hill Carnival 2027 5 and 6 September 2027 On the calendar The board\./);
  const none = await as('command').post(`${HERE}/days`, { ...days, moved: 'x', movedSource: 'The board.' });
  expect([none.statusCode, textOf(none.body).includes('no such event')]).toEqual([400, true]);
});
