import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  HOLBORN,
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { planDuty } from '../duties/duty-service.ts';
import { todayRoutes } from './today-routes.tsx';

const NOW = new Date('2026-03-10T15:10:00Z');
const ID = '0b7a1c52-6f0e-4f0a-9a53-0c5ab6a2f001';

describe('the page of today', () => {
  let pages: PageServer;
  let laid: RingfenceRecords;
  let duty: number;
  const as = (who: RingfencePerson) => pages.as(ringfencePrincipal(who), { name: 'A person' });
  beforeAll(async () => {
    pages = await pageServer((server) => todayRoutes(server), NOW);
    laid = await ringfenceRecords(pages.database, { now: NOW });
    const plan = (officer: string, day: string, start: string, end: string) =>
      planDuty(laid.as('sergeant', NOW), { officer: laid.officers[officer] ?? 0, day, start, end, kind: 'ward' });
    ({ id: duty } = await plan('BLO-1', '2026-03-10', '14:00', '22:00'));
    await plan('BLO-X', '2026-03-09', '22:00', '07:00');
  });
  afterAll(() => pages?.close());

  it('is kept by no browser, and shows the duty of who asks and of nobody else', async () => {
    const own = await as('officer').get('/today');
    expect(own.headers['cache-control']).toBe('no-store');
    expect(own.body.replaceAll('\u00a0', ' ')).toContain('1 h 10 m on the ward');
    const other = await as('colleague').get('/today');
    expect(other.body).toContain('You have no duty today that Wardroom knows of.');
  });

  it('says what to do to whom nobody has linked, and shows itself to officers alone', async () => {
    expect((await as('unlinked').get('/today')).body).toContain('on the page “Officers and sign-ins”');
    expect((await as('analyst').get('/today')).statusCode).toBe(403);
    const visitor = await pages.as({ kind: 'visitor' }).get('/today');
    expect([visitor.statusCode, visitor.headers.location]).toEqual([303, '/sign-in?next=%2Ftoday']);
  });

  it('takes a time away once, however often its form is sent, and being back once', async () => {
    const officer = as('officer');
    const fields = { duty: `${duty}`, absence: ID, choice: 'custody', orderedBy: 'duty-inspector' };
    expect((await officer.post('/today/away', fields)).headers.location).toBe('/today?done=away');
    expect((await officer.post('/today/away', fields)).headers.location).toBe('/today?done=already');
    const away = await officer.get('/today');
    expect(away.body).toContain('Away since 15:10');
    expect(away.body).toContain('ordered by the duty inspector');
    expect((await officer.post('/today/back', { absence: ID })).headers.location).toBe('/today?done=back');
    expect((await officer.post('/today/back', { absence: ID })).headers.location).toBe('/today?done=already');
    for (const absence of ['', 'none'])
      expect((await officer.post('/today/back', { absence })).body).toContain('is not on offer any more');
  });

  it('refuses what it did not offer, in words', async () => {
    const officer = as('officer');
    for (const wrong of [{ choice: 'event carnival-2026' }, { choice: 'custody', duty: '999999' }]) {
      const refused = await officer.post('/today/away', { duty: `${duty}`, ...wrong });
      expect(refused.statusCode).toBe(400);
      expect(refused.body).toContain('not on offer any more');
    }
  });

  it('shows nobody the time away of somebody else, nor lets them change it', async () => {
    expect((await as('officer').get(`/today/absences/${ID}`)).body).toContain('Change a time away');
    expect((await as('colleague').get(`/today/absences/${ID}`)).statusCode).toBe(404);
    // The sergeant reads it, and has a page of their own for it.
    expect((await as('sergeant').get(`/today/absences/${ID}`)).statusCode).toBe(404);
    expect((await as('colleague').post(`/today/absences/${ID}`, { because: 'x' })).statusCode).toBe(404);
  });

  it('asks which ward was covered of whom the phone did not ask, and takes it', async () => {
    const absence = '0b7a1c52-6f0e-4f0a-9a53-0c5ab6a2f002';
    const later = new Date('2026-03-10T15:20:00Z');
    const away = { id: absence, duty, from: new Date('2026-03-10T15:12:00Z'), to: later, reason: 'custody' } as const;
    await callAway(laid.as('officer', later), away);
    const page = `/today/absences/${absence}`;
    const typed = { version: '1', from: '15:12', to: '15:20', reason: 'cover-ward', orderedBy: '', because: 'Cover.' };
    expect((await as('officer').post(page, typed)).body).toContain('Say which ward was covered.');
    await planDuty(laid.as('sergeant', NOW), {
      ...{ officer: laid.officers['HOL-1'] ?? 0, day: '2026-03-12', start: '14:00', end: '22:00', kind: 'ward' },
    });
    expect((await as('officer').get(page)).body).toContain(`<option value="${HOLBORN}">`);
    const done = await as('officer').post(page, { ...typed, covers: HOLBORN });
    expect(done.headers.location).toBe('/today?done=changed');
  });

  it('refuses a time that is none, and shows what was typed', async () => {
    const typed = { version: '2', from: '25:00', to: '15:30', reason: 'custody', orderedBy: '', because: 'Wrong.' };
    const refused = await as('officer').post(`/today/absences/${ID}`, typed);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Type a time of day as 15:10.');
    expect(refused.body).toContain('value="25:00"');
  });

  it('gives a phone a page of nobody, and a worker for the page alone', async () => {
    const shell = await as('officer').get('/today/shell');
    for (const own of ['A person', 'Bloomsbury', 'form-token', 'Sign out', 'data-written'])
      expect(shell.body).not.toContain(own);
    expect(shell.headers['set-cookie']).toBeUndefined();
    const worker = await pages.get('/today/worker.js');
    expect(worker.headers['service-worker-allowed']).toBe('/today');
    expect(worker.headers['content-security-policy']).toContain("connect-src 'self'");
  });

  it('takes a duty by hand where no roster told of one', async () => {
    const colleague = as('colleague');
    expect((await colleague.get('/today')).body).toContain('On duty all the same?');
    expect((await colleague.post('/today/duty', { start: '14:00', end: 'late' })).statusCode).toBe(400);
    const done = await colleague.post('/today/duty', { start: '14:00', end: '22:00' });
    expect(done.headers.location).toBe('/today?done=duty');
    expect((await colleague.get('/today')).body).toContain('Today in Bloomsbury');
    expect((await colleague.post('/today/duty', { start: '15:00', end: '20:00' })).statusCode).toBe(409);
  });

  it('confirms a duty that is over, and none before', async () => {
    const officer = as('officer');
    const early = await officer.post('/today/confirm', { id: `${duty}`, version: '1' });
    expect(early.statusCode).toBe(400);
    expect(early.body).toContain('confirmed when it is over');
  });
});
