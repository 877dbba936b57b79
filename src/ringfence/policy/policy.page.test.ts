import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ringfencePrincipal, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import { REASONS } from '../reasons.ts';
import { PERMITTED_DEFAULT } from './permitted-default.ts';
import { typedFrom } from './policy-form.ts';
import { policyRoutes } from './policy-routes.tsx';

const HERE = '/ringfence/policy';
const PROPOSE = `${HERE}/propose`;
let pages: PageServer;

beforeAll(async () => {
  pages = await pageServer(policyRoutes);
  await ringfenceRecords(pages.database);
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const as = (who: Parameters<typeof ringfencePrincipal>[0]) => pages.as(ringfencePrincipal(who));
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const typed = {
  ...typedFrom(PERMITTED_DEFAULT.policy),
  title: 'Training is a breach',
  inForceFrom: '2190-04-01',
  because: 'Decided by command on 1 March 2026.',
  'reason-training': 'breach',
  'class-extra': 'ring-fenced',
};

it('shows everybody what is in force and since when, each reason beside the literal reading, and the switch', async () => {
  const { statusCode, body } = await pages.as({ kind: 'visitor' }).get(HERE);
  expect(statusCode).toBe(200);
  const text = textOf(body);
  expect(text).toContain('“Training and own-case court permitted” is the policy of ');
  expect(text).toContain('in force from 1 January 2017: shipped with Wardroom, until the unit adopts another');
  for (const { title } of REASONS) expect(text).toContain(title);
  expect(text).toMatch(/Training Being trained\. Permitted Breach/);
  expect(text).toContain('Answering an emergency call. Breach; kept under 30 minutes Breach; kept under 30 minutes');
  expect(text).toMatch(/Officers above the floor An aspiration until it is adopted/);
  expect(text).toContain('That is the hope, yes.');
  expect(text).not.toContain('Propose a change');
});

it('shows the form to command alone, filled in as the policy in force has it', async () => {
  for (const who of ['officer', 'sergeant', 'inspector', 'analyst'] as const)
    expect((await as(who).get(PROPOSE)).statusCode).toBe(403);
  const { body } = await as('command').get(PROPOSE);
  expect(body).toMatch(/<select[^>]*id="reason-training"[^>]*>.*?<option value="permitted" selected>/s);
  expect(body).toMatch(/id="weeklyMinutes"[^>]*value="40"/);
  expect(body).not.toContain('id="reason-ward-work"');
});

it('keeps what was typed where something stands in the way, and says what to do beside the field', async () => {
  const wrong = await as('command').post(PROPOSE, { ...typed, closesOnDay: '31' });
  expect([wrong.statusCode, textOf(wrong.body).includes('as a number from 1 to 28')]).toEqual([400, true]);
  expect(wrong.body).toContain('value="Training is a breach"');
  expect(wrong.body).toMatch(/<option value="ring-fenced" selected>/);
  const back = await as('command').post(PROPOSE, { ...typed, inForceFrom: '2026-03-10' });
  expect([back.statusCode, textOf(back.body).includes('from a day that has not begun')]).toEqual([400, true]);
  expect((await as('inspector').post(PROPOSE, typed)).statusCode).toBe(403);
});

it('is adopted by another than who proposed it, and then everybody reads it from its day on', async () => {
  const proposed = await as('command').post(PROPOSE, typed);
  expect(proposed.statusCode).toBe(303);
  const own = (await as('command').get(String(proposed.headers.location))).body;
  expect(textOf(own)).toContain('You proposed it, so somebody else of command adopts it.');
  expect(own).not.toContain('/adopt?');
  const other = (await as('secondCommand').get(HERE)).body;
  expect(textOf(other)).toMatch(/What it changes .*Training Permitted Breach .*above the floor Aspiration Ring-fenced/);
  expect(textOf((await pages.as({ kind: 'visitor' }).get(HERE)).body)).not.toContain('Training is a breach');

  const [, adopt = ''] = /action="([^"]*\/adopt[^"]*)"/.exec(other) ?? [];
  const alone = await as('command').post(adopt, {});
  expect([alone.statusCode, textOf(alone.body).includes('somebody else than who proposed it')]).toEqual([400, true]);
  expect((await as('inspector').post(adopt, {})).statusCode).toBe(403);
  expect((await as('secondCommand').post(adopt, {})).statusCode).toBe(303);
  const on = async (day: string) => textOf((await pages.as({ kind: 'visitor' }).get(`${HERE}?as-at=${day}`)).body);
  expect(await on('2190-03-31')).toMatch(/“Training and own-case court permitted” is the policy of 31 March 2190/);
  expect(await on('2190-04-01')).toMatch(/“Training is a breach” is the policy of .*adopted by the unit’s command/);
  expect(await on('2190-04-01')).toMatch(
    /1 April 2190 Training is a breach .*, by the unit’s command Decided by command/,
  );
});

it('is declined for good', async () => {
  await as('command').post(PROPOSE, { ...typed, title: 'Not this one', inForceFrom: '2191-01-01' });
  const page = (await as('secondCommand').get(HERE)).body;
  const [, decline = ''] = /action="([^"]*\/decline[^"]*)"/.exec(page) ?? [];
  expect((await as('secondCommand').post(decline, {})).statusCode).toBe(303);
  expect(textOf((await as('secondCommand').get(HERE)).body)).not.toContain('Not this one');
  const again = await as('secondCommand').post(decline, {});
  expect([again.statusCode, textOf(again.body).includes('adopted or declined already')]).toEqual([400, true]);
});

it('has no rule of a unit or a day that is none', async () => {
  expect((await pages.get(`${HERE}?unit=Atlantis`)).statusCode).toBe(404);
  expect((await pages.get(`${HERE}?as-at=2026-02-30`)).statusCode).toBe(400);
  expect((await as('command').post(`${HERE}/x/adopt`, {})).statusCode).toBe(400);
});
