import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAMDEN, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { chartsRoutes } from './charts-routes.tsx';

const SETTINGS = `/performance/measures/burglary/settings`;
const HERE = `${SETTINGS}?area=${CAMDEN}`;
let pages: PageServer;

beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    chartsRoutes(server);
  });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const as = (role: 'analyst' | 'officer') =>
  pages.as(personWith(role, { unit: UNIT, borough: role === 'analyst' ? CAMDEN : null, ward: null }));
const step = { kind: 'step change', from: '2024-03', to: '', reason: 'A new recording system.' };
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

it('keeps what was typed where something stands in the way, and says what to do beside the field', async () => {
  const { statusCode, body } = await as('analyst').post(HERE, {
    ...step,
    kind: 'held limits',
    from: 'March',
    to: '2024-09',
  });
  expect(statusCode).toBe(400);
  expect(body).toContain('value="March"');
  expect(body).toContain('value="A new recording system."');
  expect(body).toMatch(/id="from-error"/);
  expect(body).toMatch(/<option value="held limits" selected>/);
});

it('is written to by who may write there, and by nobody else', async () => {
  expect((await pages.as({ kind: 'visitor' }).get(HERE)).statusCode).not.toBe(200);
  expect((await as('officer').post(HERE, step)).statusCode).toBe(403);
  const elsewhere = pages.as(personWith('analyst', { unit: 'Central East', borough: null, ward: null }));
  expect((await elsewhere.get(HERE)).body).not.toContain('Enter one');
  expect((await elsewhere.post(HERE, step)).statusCode).toBe(403);
  expect((await as('analyst').get(HERE)).body).toContain('Enter one');
  expect(textOf((await pages.get(HERE)).body)).toContain('Nothing is entered');
});

it('shows what stands, and what was withdrawn with its reason', async () => {
  const analyst = as('analyst');
  const entered = await analyst.post(HERE, step);
  expect(entered.statusCode).toBe(303);
  const standing = (await analyst.get(String(entered.headers.location))).body;
  expect(textOf(standing)).toContain('Step change from March 2024');
  const [, action = ''] = /action="([^"]*settings\/withdraw[^"]*)"/.exec(standing) ?? [];
  const empty = await analyst.post(action, { because: '' });
  expect([empty.statusCode, textOf(empty.body).includes('Say why it is withdrawn')]).toEqual([400, true]);
  expect((await analyst.post(action, { because: 'It was May.' })).statusCode).toBe(303);
  const after = textOf((await analyst.get(HERE)).body);
  expect(after).toContain('Nothing is entered');
  expect(after).toMatch(/Withdrawn because .*It was May\./);
});

it('leads the second of two equal sendings to what stands, and refuses the same month for another reason', async () => {
  const analyst = as('analyst');
  const twice = [await analyst.post(HERE, step), await analyst.post(HERE, step)];
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  const page = (await analyst.get(HERE)).body;
  const actions = [...page.matchAll(/action="([^"]*settings\/withdraw[^"]*)"/g)].map(([, action = '']) => action);
  expect(actions).toHaveLength(1);
  const other = await analyst.post(HERE, { ...step, reason: 'Something else.' });
  expect([other.statusCode, textOf(other.body).includes('withdraw it first')]).toEqual([400, true]);

  const [action = ''] = actions;
  const wrong = action.replace('/burglary/', '/homicide/');
  const elsewhere = await analyst.post(wrong, { because: 'It was May.' });
  expect([elsewhere.statusCode, textOf(elsewhere.body).includes('no entry of this chart')]).toEqual([400, true]);
  const unkept = await analyst.post(action, { because: 'A\0' });
  expect([unkept.statusCode, textOf(unkept.body).includes('cannot be kept')]).toEqual([400, true]);
  const withdrawn = [
    await analyst.post(action, { because: 'It was May.' }),
    await analyst.post(action, { because: 'It was May.' }),
  ];
  expect(withdrawn.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
});

it('refuses months to come, and characters that no record holds', async () => {
  const analyst = as('analyst');
  const later = await analyst.post(HERE, { ...step, from: '2999-03' });
  expect([later.statusCode, textOf(later.body).includes('March 2999 is still to come')]).toEqual([400, true]);
  const unkept = await analyst.post(HERE, { ...step, reason: 'A\0' });
  expect([unkept.statusCode, textOf(unkept.body).includes('cannot be kept')]).toEqual([400, true]);
  expect((await analyst.get(`${SETTINGS}?area=%00`)).statusCode).toBe(404);
});
