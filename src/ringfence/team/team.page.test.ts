import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  BLOOMSBURY,
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { planDuty } from '../duties/duty-service.ts';
import { enterPending } from '../ledger/reentry-service.ts';
import { UNCOUNTED } from './say-uncounted.ts';
import { teamRoutes } from './team-routes.tsx';

/** A Tuesday, in winter: London's clock is that of UTC. */
const NOW = new Date('2026-03-10T15:30:00Z');
const away = (duty: number) => ({ id: randomUUID(), duty, from: new Date('2026-03-10T15:10:00Z') });

let pages: PageServer;
let kept: RingfenceRecords;
const duties: Record<string, number> = {};
const absences: Record<string, string> = {};
beforeAll(async () => {
  pages = await pageServer((server) => teamRoutes(server), NOW);
  kept = await ringfenceRecords(pages.database, { now: NOW });
  const plan = async (reference: string, day: string, start: string, end: string) => {
    const officer = kept.officers[reference] ?? -1;
    const duty = await planDuty(kept.as('inspector'), { officer, day, start, end, kind: 'ward' });
    duties[`${reference} ${day}`] = duty.id;
    return duty.id;
  };
  for (const day of ['2026-03-09', '2026-03-10', '2026-03-11']) await plan('BLO-1', day, '14:00', '22:00');
  const second = await plan('BLO-2', '2026-03-10', '14:00', '22:00');
  await plan('BLO-X', '2026-03-11', '08:00', '16:00');
  await plan('HOL-1', '2026-03-10', '14:00', '22:00');
  const first = duties['BLO-1 2026-03-10'] ?? -1;
  const order = { by: 'duty-inspector' as const };
  const custody = await callAway(kept.as('officer'), { ...away(first), reason: 'custody', order });
  const own = { by: 'ward-sergeant' as const, person: ringfencePrincipal('sergeant').person };
  const guard = await callAway(kept.as('sergeant'), { ...away(second), reason: 'scene-guard', order: own });
  absences.custody = custody.absence.id;
  absences.guard = guard.absence.id;
});
afterAll(() => pages?.close());

const as = (who: RingfencePerson) => pages.as(ringfencePrincipal(who));
const textOf = (body: string) =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');

describe('my team', () => {
  it('says who is where now, for what and by whose order', async () => {
    const { statusCode, body } = await as('sergeant').get('/ringfence/team');
    expect(statusCode).toBe(200);
    const text = textOf(body);
    expect(text).toContain('Ana Cole Officer Away since 15:10 Custody, by order of the duty inspector.');
    expect(text).toContain('Hal Price Officer On the ward until 22:00');
    expect(text).toContain('Xan Reid Officer, above the floor Off duty on duty from 08:00 on 11 March 2026');
    expect(body).toContain('aria-live="polite"');
    expect(body).toContain('data-live="/ringfence/team/now"');
    expect(body).toContain('aria-current="true"');
    expect(body).toContain(`href="/ringfence/duties/of/${kept.officers['BLO-1']}/new"`);
    for (const page of ['ledger', 'rosters', 'phones', 'policy', 'calendar'])
      expect(body, page).toContain(`href="/ringfence/${page}"`);
    expect(body).not.toContain('href="/ringfence/officers"');
  });

  it('gives the part that keeps itself up to date by itself', async () => {
    const { body } = await as('sergeant').get('/ringfence/team/now');
    expect(body).toContain('id="team-now"');
    expect(body).not.toContain('<html');
    expect(textOf(body)).toContain('Away since 15:10');
  });

  it('says what needs confirming, but not of what the reader ordered', async () => {
    const { body } = await as('sergeant').get('/ringfence/team');
    expect(body).toContain(`name="duty-${duties['BLO-1 2026-03-09']}"`);
    expect(body).not.toContain(`name="duty-${duties['BLO-1 2026-03-10']}"`);
    expect(body).toContain(`name="absence-${absences.custody}"`);
    expect(body).not.toContain(`name="absence-${absences.guard}"`);
    expect(body).toContain('You ordered this, so somebody else confirms or corrects it');
    const inspector = await as('inspector').get(`/ringfence/team?ward=${BLOOMSBURY}`);
    expect(inspector.body).toContain(`name="absence-${absences.guard}"`);
  });

  it('is not for officers, visitors and command, who does not write duties', async () => {
    const officer = await as('officer').get('/ringfence/team');
    expect([officer.statusCode, officer.body.includes('href="/ringfence/mine"')]).toEqual([403, true]);
    expect((await as('officer').get('/ringfence/team/now')).statusCode).toBe(403);
    expect((await as('command').get('/ringfence/team')).statusCode).toBe(403);
    const visitor = await pages.as({ kind: 'visitor' }).get('/ringfence/team');
    expect([visitor.statusCode, visitor.headers.location]).toEqual([303, '/sign-in?next=%2Fringfence%2Fteam']);
  });

  it('is read and not changed by the inspector of another borough', async () => {
    const other = as('otherInspector');
    const { statusCode, body } = await other.get(`/ringfence/team?ward=${BLOOMSBURY}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('You may read this and not change it');
    expect(body).not.toContain('name="only"');
    const sent = await other.post('/ringfence/team/confirm', { only: `absence-${absences.custody}:1` });
    expect(sent.statusCode).toBe(403);
  });

  it('tells a sergeant of whose ward nothing is recorded what to do', async () => {
    const { statusCode, body } = await as('otherSergeant').get('/ringfence/team');
    expect(statusCode).toBe(200);
    expect(body).toContain('No duty is recorded of a ward that you lead');
  });

  it('asks what to confirm where nothing was ticked', async () => {
    const { statusCode, body } = await as('sergeant').post('/ringfence/team/confirm', {});
    expect(statusCode).toBe(400);
    expect(body).toContain('Tick what you confirm');
  });

  it('confirms a duty and the times away in it with one button', async () => {
    const officer = kept.officers['BLO-X'] ?? -1;
    const inspector = kept.as('inspector');
    const hours = { start: '08:00', end: '16:00', kind: 'ward' } as const;
    const { id: duty } = await planDuty(inspector, { officer, day: '2026-03-09', ...hours });
    const [from, to] = [new Date('2026-03-09T10:00:00Z'), new Date('2026-03-09T11:00:00Z')];
    const order = { by: 'duty-inspector' as const };
    const { absence } = await callAway(inspector, { id: randomUUID(), duty, from, to, reason: 'custody', order });
    const only = new RegExp(`value="(duty-${duty}:\\d+,absence-${absence.id}:\\d+)"`);
    const [, value = ''] = only.exec((await as('sergeant').get('/ringfence/team')).body) ?? [];
    const sent = await as('sergeant').post('/ringfence/team/confirm', { only: value });
    expect(sent.headers.location).toBe('/ringfence/team?confirmed=2');
  });

  it('confirms several at once, and says of the rest why not', async () => {
    const sent = await as('sergeant').post('/ringfence/team/confirm', {
      [`duty-${duties['BLO-1 2026-03-09']}`]: '1',
      [`absence-${absences.guard}`]: '1',
    });
    expect(sent.statusCode).toBe(400);
    expect(sent.body).toContain('1 record confirmed.');
    expect(sent.body).toContain('by your own order');
    expect(sent.body).not.toContain(`name="duty-${duties['BLO-1 2026-03-09']}"`);
  });

  it('corrects with a reason, and keeps the original', async () => {
    const url = `/ringfence/team/absences/${absences.custody}/correct`;
    const form = await as('sergeant').get(url);
    expect(form.body).toContain('value="15:10"');
    const typed = { version: '1', from: '15:20', to: '15:25', reason: 'custody', because: '' };
    const without = await as('sergeant').post(url, typed);
    expect(without.statusCode).toBe(400);
    expect(without.body).toContain('Say in a sentence why it is corrected.');
    expect(without.body).toContain('value="15:20"');
    const sent = await as('sergeant').post(url, { ...typed, because: 'The log says 15:20.' });
    expect(sent.headers.location).toBe('/ringfence/team?done=corrected');
    const after = textOf((await as('sergeant').get(url)).body);
    expect(after).toContain('Recorded: Custody from 15:10 without an end yet, by order of the duty inspector.');
    expect(after).toContain('Corrected: Custody from 15:20 to 15:25');
    expect(after).toContain('The log says 15:20.');
    const stale = await as('sergeant').post(url, { ...typed, because: 'Again.' });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('Somebody changed this first');
    expect(stale.body).toContain('name="version" value="2"');
  });

  it('asks nothing of who ordered it but to leave it to others, and takes their dispute', async () => {
    const here = `/ringfence/team/absences/${absences.guard}`;
    const form = await as('sergeant').get(`${here}/correct`);
    expect(form.body).toContain('You ordered this');
    expect(form.body).not.toContain('name="because"');
    const forged = await as('sergeant').post(`${here}/correct`, {
      version: '1',
      from: '15:10',
      reason: 'other',
      because: 'x',
    });
    expect(forged.statusCode).toBe(400);
    expect(forged.body).toContain('by your own order');
    const disputed = await as('sergeant').post(`${here}/dispute`, { version: '1', because: 'It was 15:30.' });
    expect(disputed.headers.location).toBe('/ringfence/team?done=disputed');
    expect((await as('inspector').get(`/ringfence/team?ward=${BLOOMSBURY}`)).body).toContain('Disputed');
  });

  it('adds an order', async () => {
    const url = `/ringfence/team/absences/${absences.custody}/order`;
    const typed = { version: '2', by: 'senior-officer', mine: 'no', day: '2026-03-10', at: '15:00', reference: 'OP 7' };
    const sent = await as('inspector').post(url, typed);
    expect(sent.headers.location).toBe('/ringfence/team?done=ordered');
    expect(textOf((await as('inspector').get(url)).body)).toContain('By order of a senior officer');
    expect((await as('inspector').post(url, { ...typed, version: '3', by: '' })).body).toContain(
      'Choose who ordered it.',
    );
  });

  it('asks which ward was covered, what took a rest day, and what something else was', async () => {
    const url = `/ringfence/team/duties/${duties['HOL-1 2026-03-10']}/away`;
    const form = await as('sergeant').get(url);
    for (const field of ['covers', 'chargedTo', 'note']) expect(form.body, field).toContain(`id="${field}"`);
    expect(form.body).toContain('Choose what for');
    const typed = { from: '14:10', to: '14:40', by: 'duty-inspector', mine: 'no', reason: 'cover-ward' };
    expect((await as('sergeant').post(url, { ...typed, reason: '' })).body).toContain('Choose what it was for.');
    expect((await as('sergeant').post(url, typed)).body).toContain('Say which ward was covered.');
    const sent = await as('sergeant').post(url, { ...typed, covers: BLOOMSBURY });
    expect(sent.headers.location).toBe('/ringfence/team?done=away');
    const { rows } = await sql<{ id: string }>`select absence.id from ringfence.absence join ringfence.place
      on place.id = absence.covers where ward_code = ${BLOOMSBURY}`.execute(pages.system.records);
    const correct = `/ringfence/team/absences/${rows[0]?.id}/correct`;
    expect((await as('sergeant').get(correct)).body).toContain(`<option value="${BLOOMSBURY}" selected>`);
    const asIs = { version: '1', from: '14:10', to: '14:40', reason: 'cover-ward', covers: BLOOMSBURY, because: 'x' };
    const other = { ...asIs, reason: 'other', note: '' };
    expect((await as('inspector').post(correct, other)).body).toContain('Say in the note what it was for');
    const done = await as('inspector').post(correct, { ...other, note: 'A visit of the King.' });
    expect(done.headers.location).toBe('/ringfence/team?done=corrected');
  });

  it('says of a duty for which the book has no post that it counts in no ward', async () => {
    const officer = kept.officers['BLO-P'] ?? -1;
    const [morning, evening] = [
      { start: '06:00', end: '14:00' },
      { start: '14:00', end: '22:00' },
    ] as const;
    await planDuty(kept.as('inspector'), { officer, day: '2026-03-09', ...morning, kind: 'ward' });
    await planDuty(kept.as('inspector'), { officer, day: '2026-03-10', ...evening, kind: 'ward' });
    const told = async () => textOf((await as('sergeant').get('/ringfence/team')).body).split(UNCOUNTED).length - 1;
    expect(await told()).toBe(0);
    await sql`update organisation.posting set during = '[2022-05-05,2026-03-01)' where officer = ${officer}`.execute(
      pages.system.records,
    );
    await sql`insert into organisation.book_revision (unit, kind, reference, before, after, changed_by, changed_at)
      values ('Central North', 'postings', 'posting of BLO-P', null, ${{ officer: 'BLO-P' }}, 'test', now())`.execute(
      pages.system.records,
    );
    await enterPending(kept.system);
    expect(await told()).toBe(2);
  });

  it('corrects a duty with a reason', async () => {
    const url = `/ringfence/team/duties/${duties['BLO-1 2026-03-11']}/correct`;
    const typed = { version: '1', start: '15:00', end: '22:00' };
    expect((await as('sergeant').post(url, { ...typed, because: '' })).statusCode).toBe(400);
    const sent = await as('sergeant').post(url, { ...typed, because: 'Court in the morning.' });
    expect(sent.headers.location).toBe('/ringfence/team?done=changed');
    expect((await as('sergeant').get('/ringfence/team/duties/999999/correct')).statusCode).toBe(404);
    expect((await as('neighbour').get(url)).statusCode).toBe(404);
  });
});
