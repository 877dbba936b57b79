import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON } from '../../../test/builders/each-principal.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  BLOOMSBURY,
  HOLBORN,
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { confirmDuty, planDuty } from '../duties/duty-service.ts';
import { registerDevice } from '../phones/device-service.ts';
import { phonesPageRoutes } from '../phones-page/phones-page-routes.tsx';
import { teamRoutes } from '../team/team-routes.tsx';
import { ledgerPageRoutes } from './ledger-page-routes.tsx';

const NOW = new Date('2026-03-10T15:30:00Z');
const PHONE = randomUUID();

let pages: PageServer;
let kept: RingfenceRecords;
beforeAll(async () => {
  pages = await pageServer((server) => {
    teamRoutes(server);
    ledgerPageRoutes(server);
    phonesPageRoutes(server);
  }, NOW);
  kept = await ringfenceRecords(pages.database, { now: NOW });
  const plan = (reference: string, day: string, [start, end]: readonly [string, string]) =>
    planDuty(kept.as('inspector'), { officer: kept.officers[reference] ?? -1, day, start, end, kind: 'ward' });
  const duty = await plan('BLO-1', '2026-03-09', ['14:00', '22:00']);
  await confirmDuty(kept.as('sergeant'), duty);
  const second = await plan('BLO-2', '2026-03-09', ['14:00', '22:00']);
  const [from, to] = [new Date('2026-03-09T15:00:00Z'), new Date('2026-03-09T17:00:00Z')];
  const order = { by: 'duty-inspector' as const };
  await callAway(kept.as('officer'), { id: randomUUID(), duty: duty.id, from, to, reason: 'custody', order });
  await callAway(kept.as('colleague'), { id: randomUUID(), duty: second.id, from, to, reason: 'training', order });
  // Tomorrow Holborn has nobody from 08:00 to 16:00, and Bloomsbury three.
  for (const reference of ['BLO-1', 'BLO-2', 'BLO-X']) await plan(reference, '2026-03-11', ['08:00', '23:00']);
  await plan('HOL-1', '2026-03-11', ['16:00', '23:30']);
  await registerDevice(kept.as('officer', new Date('2026-03-09T14:10:00Z')), {
    id: PHONE,
    browser: 'Firefox on Android',
  });
});
afterAll(() => pages?.close());

const as = (who: RingfencePerson) => pages.as(ringfencePrincipal(who));
const textOf = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the ledger of the line', () => {
  it('shows wards by account, what for and by whose order, and by when to confirm', async () => {
    const { statusCode, body } = await as('inspector').get('/ringfence/ledger?month=2026-03');
    expect(statusCode).toBe(200);
    const text = textOf(body);
    // Two duties of 8 hours with 2 hours away each, one of them confirmed; then three of 15 and one of 7.5: the sums go to
    // the records' own day, which is later than the test's.
    expect(text).toContain('64.5 of 68.5 rostered hours were kept. 2.0 were breaches, none exceptions, 2.0 permitted');
    expect(text).toContain('90.7% of the time kept is presumed.');
    expect(text).toMatch(/Have it confirmed by \d+ April 2026/);
    expect(text).toContain('Bloomsbury 61.0 6.0 51.0 – 2.0 2.0 –');
    expect(text).toContain('Custody The duty inspector Breach 2.0');
    expect(body).toContain(`value="${CAMDEN}" selected`);
  });

  it('goes down to duties and absences by officer, by name', async () => {
    const { body } = await as('inspector').get(`/ringfence/ledger/wards/${BLOOMSBURY}?month=2026-03`);
    const text = textOf(body);
    expect(text.indexOf('Ana Cole')).toBeLessThan(text.indexOf('Ben Okafor'));
    expect(text).toContain(
      '9 March 2026 14:00 to 22:00 sergeant 15:00 to 17:00: Custody, by order of the duty inspector. Breach',
    );
    expect(text).toContain('nobody: presumed');
    const [correct = ''] = /\/ringfence\/team\/absences\/[0-9a-f-]{36}\/correct/.exec(body) ?? [];
    const step = await as('inspector').get(correct);
    expect(step.body).toContain(`href="/ringfence/ledger/wards/${BLOOMSBURY}?month=2026-03"`);
    expect(body).toContain(`/ringfence/duties/of/${kept.officers['BLO-1']}/new`);
    const read = await as('command').get(`/ringfence/ledger/wards/${BLOOMSBURY}?month=2026-03`);
    expect(textOf(read.body)).toContain('15:00 to 17:00: Custody');
    expect(read.body).not.toMatch(/\/correct|\/ringfence\/duties\/of/);
  });

  it('says of a month that has not begun, and of a borough it does not have, that they are none', async () => {
    for (const [asked, said] of [
      ['month=2026-04', 'April 2026 has not begun'],
      ['month=soon', 'A month is written as 2026-03'],
      ['borough=E09000033', 'No borough whose ledger you may read has this code'],
    ]) {
      const { statusCode, body } = await as('inspector').get(`/ringfence/ledger?${asked}`);
      expect([statusCode, body.includes(said ?? '')], asked).toEqual([404, true]);
    }
  });

  it('is reached from the navigation by who leads no team, with what the reader may do', async () => {
    const command = await as('command').get('/ringfence/ledger');
    expect(command.body).toContain('href="/ringfence/ledger" aria-current="true"');
    expect(command.body).toContain('href="/ringfence/officers"');
    expect(command.body).not.toContain('href="/ringfence/rosters"');
    const inspector = await as('inspector').get('/ringfence/ledger');
    for (const page of ['team', 'rosters', 'officers', 'phones', 'policy', 'calendar'])
      expect(inspector.body, page).toContain(`href="/ringfence/${page}"`);
    expect((await as('sergeant').get('/ringfence/ledger')).body).not.toContain('href="/ringfence/officers"');
  });

  it('leads an analyst to the totals and an officer to their own page', async () => {
    expect((await as('analyst').get('/ringfence/ledger')).body).toContain('href="/ringfence/abstractions.csv"');
    expect((await as('officer').get('/ringfence/ledger')).body).toContain('href="/ringfence/mine"');
  });

  it('gives its sums as a file that names nobody', async () => {
    const { statusCode, headers, body } = await as('inspector').get('/ringfence/ledger.csv?month=2026-03');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toContain(`2026-03,${BLOOMSBURY},Bloomsbury,floor,breach,custody,duty-inspector,,`);
    expect(body).not.toContain('Cole');
  });

  it('is read by command and the other inspector, and by nobody outside the line', async () => {
    for (const who of ['command', 'otherInspector', 'sergeant'] as const)
      expect((await as(who).get(`/ringfence/ledger?month=2026-03&borough=${CAMDEN}`)).statusCode, who).toBe(200);
    for (const who of ['officer', 'analyst'] as const)
      expect((await as(who).get('/ringfence/ledger')).statusCode, who).toBe(403);
    expect((await as('officer').get(`/ringfence/ledger/wards/${BLOOMSBURY}`)).statusCode).toBe(404);
    expect((await as('officer').get('/ringfence/ledger.csv')).statusCode).toBe(403);
    const visitor = await pages.as({ kind: 'visitor' }).get('/ringfence/ledger');
    expect(visitor.headers.location).toMatch(/^\/sign-in/);
    const other = await as('otherSergeant').get(`/ringfence/ledger?borough=${ISLINGTON}`);
    expect(other.body).not.toContain('Ana Cole');
  });

  it('asks an auditor why, and keeps the reason', async () => {
    const asked = await as('auditor').get('/ringfence/ledger');
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('Why you look at it');
    expect(asked.body).not.toContain('Bloomsbury');
    expect((await as('auditor').get('/ringfence/ledger?reason=')).statusCode).toBe(400);
    const ward = `/ringfence/ledger/wards/${BLOOMSBURY}`;
    const first = await as('auditor').get(`${ward}?month=2026-03`);
    expect([first.statusCode, first.body.includes('Custody')]).toEqual([200, false]);
    expect(first.body).toContain(`action="${ward}"`);
    expect(first.body).toContain('name="month" value="2026-03"');
    const shown = await as('auditor').get(`${ward}?month=2026-03&reason=yearly+review`);
    expect(textOf(shown.body)).toContain('15:00 to 17:00: Custody');
    expect(textOf(shown.body)).toContain('is shown no name');
    expect(shown.body).toMatch(/whose name is not shown/);
    expect(shown.body).not.toContain('Ana Cole');
    const given = await as('auditor').get('/ringfence/ledger?reason=yearly+review&month=2026-03');
    expect(textOf(given.body)).toContain('Bloomsbury 61.0');
  });
});

describe('cover of a gap', () => {
  it('is offered by the rules of allocation, with its cost, and ordered once', async () => {
    const url = `/ringfence/team/cover?ward=${HOLBORN}`;
    const { statusCode, body } = await as('inspector').get(url);
    expect(statusCode).toBe(200);
    const text = textOf(body);
    expect(text).toContain('a neighbouring ward');
    expect(text).toMatch(/hours[^.]* away from Bloomsbury, (a breach|not ruled)/);
    expect(text).not.toContain('Order Pia Novak');
    expect(text).toContain('Order Xan Reid to cover');
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';
    const typed = { id: field('id'), ward: field('ward'), duty: field('duty'), from: field('from') };
    const sent = await as('inspector').post('/ringfence/team/cover', typed);
    expect(sent.headers.location).toBe('/ringfence/team?done=cover');
    const again = await as('inspector').post('/ringfence/team/cover', { ...typed, id: randomUUID() });
    expect(again.statusCode).toBe(400);
    expect(again.body).toContain('They cannot cover any more');
    const after = await as('inspector').get(`/ringfence/ledger/wards/${BLOOMSBURY}?month=2026-03`);
    expect(textOf(after.body)).toContain('Covering another ward, by order of the neighbourhood inspector.');
  });

  it('is not for officers, nor ordered from the other borough', async () => {
    expect((await as('officer').get(`/ringfence/team/cover?ward=${HOLBORN}`)).statusCode).toBe(404);
    const { body } = await as('otherInspector').get(`/ringfence/team/cover?ward=${HOLBORN}`);
    expect(body).not.toContain('name="duty"');
  });
});

describe('phones of the team', () => {
  it('are listed with what may be lost, and revoked in two steps with a reason', async () => {
    const listed = await as('sergeant').get('/ringfence/phones');
    expect(textOf(listed.body)).toContain('Firefox on Android');
    expect(textOf(listed.body)).toContain('1 phone may hold what never comes.');
    expect((await as('otherSergeant').get('/ringfence/phones')).body).not.toContain('Firefox on Android');
    const url = `/ringfence/phones/${PHONE}/revoke`;
    expect((await as('otherSergeant').get(url)).statusCode).toBe(404);
    expect((await as('sergeant').post(url, { because: '' })).statusCode).toBe(400);
    const second = await as('sergeant').post(url, { because: 'It was lost.' });
    expect(second.body).toContain('What may be lost');
    expect(textOf((await as('sergeant').get('/ringfence/phones')).body)).not.toContain('Revoked');
    const sent = await as('sergeant').post(url, { because: 'It was lost.', sure: 'yes' });
    expect(sent.headers.location).toBe('/ringfence/phones?done=revoked');
    expect(textOf((await as('sergeant').get('/ringfence/phones')).body)).toContain('Revoked');
  });
});
