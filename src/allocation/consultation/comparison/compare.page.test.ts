import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../../test/builders/approvers.ts';
import { CAMDEN } from '../../../../test/builders/each-principal.ts';
import { holdDemonstration } from '../../../../test/builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../../../../test/builders/page-server.ts';
import { testPlatform } from '../../../../test/builders/test-platform.ts';
import { deskRoutes } from '../../../desk/routes.tsx';
import { ensureReferenceAreas } from '../../../geography/service.ts';
import { ensureReferenceUnit } from '../../../organisation/service.ts';
import type { Principal } from '../../../platform/access/index.ts';
import { approvePlan, previewPlan, publishPlan } from '../../service.ts';
import { consultationRoutes } from '../consultation-routes.tsx';
import type { Party, Review } from '../model.ts';
import { proposeWeights } from '../proposal/proposal-service.ts';
import { openReview } from '../review/review-service.ts';

const ANALYST = somebody('a', 'analyst');
const COMMANDER = somebody('b', 'command');
const SECOND = somebody('c', 'command');
const COUNCIL = somebody('d', 'council', { borough: CAMDEN });
const POLICE: Party = { kind: 'police', name: 'Police', borough: null, ward: null };
const CAMDEN_COUNCIL: Party = { kind: 'council', name: 'Camden Council', borough: CAMDEN, ward: null };

let pages: PageServer;
let analyst: Asker;
let commander: Asker;
let council: Asker;
let visitor: Asker;
let review: Review;
let here: string;

const acting = (principal: Principal) =>
  testPlatform(pages.database, { principal, now: new Date('2026-03-10T12:00:00Z') });

beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    await holdDemonstration(deps.system.records);
    await holdApprovers(deps.system.records, ['b', 'c']);
    consultationRoutes(server);
    deskRoutes(server);
  });
  [analyst, commander, council] = [pages.as(ANALYST), pages.as(COMMANDER), pages.as(COUNCIL)];
  visitor = pages.as({ kind: 'visitor' });
  review = await openReview(acting(ANALYST), {
    ...{ unit: 'Central North', name: 'Spring 2026', question: 'Which weights?', numbers: { dwo: 118, pcso: 48 } },
    ...{ components: ['recorded-crime', 'residents'], asAt: '2026-03-10', invited: [CAMDEN_COUNCIL] },
    ...{ inForceFrom: '2026-03-11', closesOn: '2026-03-10' },
  });
  here = `/allocation/reviews/${review.id}`;
  await propose(ANALYST, POLICE, { 'recorded-crime': 100, residents: 0 });
  await propose(COUNCIL, CAMDEN_COUNCIL, { 'recorded-crime': 40, residents: 60 });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const propose = (principal: Principal, party: Party, points: Record<string, number>) =>
  proposeWeights(acting(principal), {
    ...{ review: review.id, party, title: '', given: { method: 'budget', points }, bounds: null, version: null },
    ...{ comment: `What ${party.name} think.`, publishComment: party.kind === 'council' },
  });
const close = () =>
  sql`update allocation.review set opens_on = '2026-02-01', closes_on = '2026-03-01'`.execute(pages.system.records);
const textOf = (html: string) =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const radios = (html: string) =>
  [...html.matchAll(/type="radio"[^>]*name="proposal" value="(\d+)"/g)].map(([, id]) => id);

describe('side by side, while the review runs', () => {
  it('is for who reads every proposal', async () => {
    expect((await analyst.get(`${here}/compare`)).statusCode).toBe(200);
    expect((await council.get(`${here}/compare`)).statusCode).toBe(403);
    expect((await visitor.get(`${here}/compare`)).headers.location).toContain('/sign-in');
    expect((await analyst.get('/allocation/reviews/99/compare')).statusCode).toBe(404);
    expect((await analyst.get('/allocation/reviews/x/compare')).statusCode).toBe(404);
  });

  it('answers first, and says how sure the numbers are', async () => {
    const text = textOf((await analyst.get(`${here}/compare`)).body);
    expect(text).toMatch(/wards are the same under both\. .*B moves weight from recorded crime to residents\./);
    expect(text).toContain('A is Police draft, B is Camden Council.');
    expect(text).toContain('share of 10,000 random weightings that give the ward the same number as A');
    expect(text).toContain('What Police think.');
  });

  it('takes the two from its address, and refuses what is not there', async () => {
    const swapped = await analyst.get(`${here}/compare?a=2&b=1`);
    expect(textOf(swapped.body)).toContain('A is Camden Council, B is Police draft.');
    const same = await analyst.get(`${here}/compare?a=2&b=2`);
    expect(same.statusCode).toBe(400);
    expect(same.body).toContain('<a href="#b">Choose two different proposals to set side by side.</a>');
  });
});

describe('choosing', () => {
  it('is for the command, and says until when the review is open', async () => {
    expect((await analyst.get(`${here}/decide`)).statusCode).toBe(403);
    const open = await commander.get(`${here}/decide`);
    expect(textOf(open.body)).toContain('It takes proposals until 10 March 2026.');
    expect(open.body).toContain(`href="${here}/edit"`);
    expect(open.body).not.toContain('<textarea');
    const forced = await commander.post(`${here}/decide`, { proposal: '1', reasons: 'Now.', version: '1' });
    expect([forced.statusCode, textOf(forced.body)]).toEqual([400, expect.stringContaining('until 10 March 2026')]);
  });

  it('says of every proposal what it comes to, and that a second person approves', async () => {
    await close();
    const { body } = await commander.get(`${here}/decide`);
    expect(radios(body)).toEqual(['1', '2']);
    expect(textOf(body)).toContain('Weights: residents 60% and recorded crime 40%.');
    expect(textOf(body)).toContain('A second person must approve it. You cannot.');
    expect(body).not.toContain('name="figures"');
  });

  it('lists all that is missing, and keeps what was typed', async () => {
    const empty = await commander.post(`${here}/decide`, { version: '1' });
    expect(empty.statusCode).toBe(400);
    expect(empty.body).toContain('<a href="#proposal">Choose the proposal that the plan is to rest on.</a>');
    expect(empty.body).toContain('<a href="#reasons">Say why it is chosen');
    const half = await commander.post(`${here}/decide`, { version: '1', reasons: 'Need <first>.' });
    expect(half.body).toContain('Need &lt;first>.');
    const other = await commander.post(`${here}/decide`, { version: '1', proposal: '2' });
    expect(other.body).toMatch(/id="proposal-2" name="proposal" value="2" checked/);
  });

  it('tells who lost a race what changed, and chooses nothing', async () => {
    await sql`update allocation.review set version = 2`.execute(pages.system.records);
    await sql`insert into allocation.review_revision
      select review, 2, jsonb_set(content, '{name}', '"Summer 2026"'), 'A better name.', changed_by, changed_at
      from allocation.review_revision where version = 1`.execute(pages.system.records);
    const late = await commander.post(`${here}/decide`, { version: '1', proposal: '2', reasons: 'Need first.' });
    expect(late.statusCode).toBe(409);
    expect(textOf(late.body)).toContain('It was called “Spring 2026”. Why: “A better name.”');
    expect(late.body).toContain('name="version" value="2"');
    expect(late.body).toContain('Need first.');
  });

  it('asks which figures count once they were revised, again where they were revised again', async () => {
    const times = (factor: number) =>
      sql`update measures.series set values = array(select each * ${factor} from unnest(values) as each)
        where category = 'demonstration/recorded-crime' and area_code like 'E050136%'`.execute(pages.system.records);
    await times(2);
    const asked = await commander.post(`${here}/decide`, { version: '2', proposal: '2', reasons: 'Need first.' });
    expect(asked.statusCode).toBe(409);
    expect(textOf(asked.body)).toContain('recorded crime was revised in');
    expect(asked.body).toContain('<a href="#figures">Figures were revised since the review opened');
    const seen = /name="seen" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
    const silent = await commander.post(`${here}/decide`, { version: '2', proposal: '2', reasons: 'Need.', seen });
    expect([silent.statusCode, silent.body]).toEqual([400, expect.stringContaining('href="#figures"')]);
    await times(2);
    const fields = { version: '2', proposal: '2', reasons: 'Need first.', seen, figures: 'as opened' };
    const again = await commander.post(`${here}/decide`, fields);
    expect([again.statusCode, textOf(again.body)]).toEqual([409, expect.stringContaining('revised again')]);
    await times(0.25);
  });

  it('proposes the plan, once', async () => {
    const fields = { version: '2', proposal: '2', reasons: 'Need first.' };
    const done = await commander.post(`${here}/decide`, fields);
    expect([done.statusCode, done.headers.location]).toEqual([303, '/allocation/plans/1?now=proposed']);
    const page = await commander.get(`${here}/decide`);
    expect(textOf(page.body)).toContain('A proposal was chosen already.');
    expect((await commander.post(`${here}/decide`, fields)).statusCode).toBe(400);
    expect((await visitor.get(`${here}/compare`)).statusCode).toBe(303);
  });
});

describe('side by side, once it is decided', () => {
  it('is for anybody, as it was kept, without comments that were not to be published', async () => {
    const second = acting(SECOND);
    const toApprove = await pages.as(SECOND).get('/allocation/plans/1/approve');
    expect(toApprove.body).toContain('href="/allocation/plans/1#decision"');
    expect(textOf(toApprove.body)).toContain('Need first.');
    await approvePlan(second, { id: '1', contentHash: (await previewPlan(second, { id: '1' }))?.approvalHash ?? '' });
    await publishPlan(second, { id: '1' });
    expect(textOf((await analyst.get(`${here}/compare`)).body)).toContain('decided on 10 March 2026');
    for (const asker of [visitor, council]) {
      const text = textOf((await asker.get(`${here}/compare`)).body);
      expect(text).toContain('Camden Council (chosen)');
      expect(text).toContain('What Camden Council think.');
      expect(text).not.toContain('What Police think.');
    }
  });

  it('leads anybody back to its review, which was never announced, and lists it', async () => {
    for (const asker of [visitor, council]) {
      const page = await asker.get(here);
      expect([page.statusCode, textOf(page.body).includes('How it was decided')]).toEqual([200, true]);
      expect((await asker.get('/allocation/reviews')).body).toContain(`href="${here}"`);
    }
    const within = textOf((await analyst.get(here)).body);
    expect(within.split('Need first.')).toHaveLength(2);
  });

  it('stands with its reasons on the page of the plan that came of it', async () => {
    const { body } = await visitor.get('/allocation/plans/1');
    expect(textOf(body)).toContain('Chosen on 10 March 2026 from 2 proposals: Camden Council’s.');
    expect(body).toMatch(/<blockquote[^>]*><p[^>]*>Need first\.</);
    expect(textOf(body)).toContain('The same number in other weightings');
  });
});
