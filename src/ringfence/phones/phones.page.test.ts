import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { planDuty } from '../duties/duty-service.ts';
import type { RecordsAnswer, TodayState } from './model.ts';
import { phonesRoutes } from './phones-routes.tsx';

const NOW = new Date('2026-03-10T16:00:00Z');
const HOST = '127.0.0.1:3000';

let pages: PageServer;
let kept: RingfenceRecords;
let officer: Asker;
beforeAll(async () => {
  pages = await pageServer(phonesRoutes, NOW);
  kept = await ringfenceRecords(pages.database, { now: NOW });
  const hours = { day: '2026-03-10', start: '14:00', end: '22:00', kind: 'ward' } as const;
  await planDuty(kept.as('inspector'), { officer: kept.officers['BLO-1'] ?? 0, ...hours });
  officer = pages.as(ringfencePrincipal('officer'));
});
afterAll(() => pages.close());

const device = crypto.randomUUID();
const state = async (asker = officer) => (await asker.get(`/today/state?device=${device}`)).json() as TodayState;

/** Sends JSON as a phone does. */
function send(body: unknown, asker = officer) {
  const cookie = [...asker.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json', cookie };
  return pages.server.inject({ method: 'POST', url: '/today/records', headers, payload: JSON.stringify(body) });
}

it('gives a phone today’s own duty and nothing else, and no cache keeps it', async () => {
  const answer = await officer.get(`/today/state?device=${device}`);
  expect(answer.headers['cache-control']).toBe('no-store');
  const given = answer.json() as TodayState;
  expect(given).toMatchObject({ officer: { reference: 'BLO-1', name: 'Ana Cole' }, said: null, erase: false });
  expect(given.today).toMatchObject({ day: '2026-03-10', from: '2026-03-10T14:00:00.000Z', absences: [] });
});

it('takes what the phone recorded, with the token it was given, and says what became of each', async () => {
  const { formToken, today } = await state();
  const id = crypto.randomUUID();
  const away = { id, kind: 'away', absence: crypto.randomUUID(), duty: today?.duty, at: '2026-03-10T15:10:00Z' };
  const records = [
    { ...away, reason: 'custody' },
    { id: crypto.randomUUID(), kind: 'tea' },
  ];
  const body = { device, sentAt: NOW.toISOString(), waiting: 2, records };
  expect((await send(body)).statusCode).toBe(403);
  const answer = await send({ ...body, 'form-token': formToken });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  const { answers, erase } = answer.json() as RecordsAnswer;
  expect(erase).toBe(false);
  expect(answers.map(({ outcome, said }) => [outcome, said])).toEqual([
    ['taken', 'Recorded: called away from 15:10 as Custody.'],
    ['held', 'This could not be read as a time called away. It is kept for your sergeant, who was told.'],
  ]);
  expect((await state()).today?.absences).toMatchObject([{ id: away.absence, reason: 'custody', to: null }]);
});

it('refuses in a sentence what it cannot answer record by record, and takes nothing of it', async () => {
  const { formToken } = await state();
  const sent = { 'form-token': formToken, device, sentAt: NOW.toISOString(), waiting: 1 };
  for (const body of [
    { ...sent, device: 'mine', records: [] },
    { ...sent, sentAt: 'noon', records: [] },
    { ...sent, records: 'all' },
    { ...sent, records: [{ kind: 'away' }] },
  ]) {
    const answer = await send(body);
    expect([answer.statusCode, answer.body.includes('nothing was taken')]).toEqual([400, true]);
  }
  expect((await send({ ...sent, records: Array.from({ length: 201 }, () => ({})) })).statusCode).toBe(413);
});

it('is for officers: a visitor is asked to sign in, and who is nobody of the post book is told whom to ask', async () => {
  const visitor = pages.as({ kind: 'visitor' });
  expect((await visitor.get('/today/state')).statusCode).toBe(303);
  const unlinked = pages.as(ringfencePrincipal('unlinked'));
  expect(await state(unlinked)).toMatchObject({ officer: null, today: null });
  const { formToken } = await state(unlinked);
  const sent = { 'form-token': formToken, device: crypto.randomUUID(), sentAt: NOW.toISOString(), records: [] };
  const answer = await send(sent, unlinked);
  expect([answer.statusCode, answer.body.includes('Nobody has said yet which officer you are')]).toEqual([409, true]);
});
