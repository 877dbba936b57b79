import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdDemonstration } from '../../../test/builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { AdoptedPlan } from '../adopted-plan.ts';
import type { Decision } from '../consultation/model.ts';
import { adoptPlan, planInForce, stabilityOfPlan } from '../service.ts';
import type { Stability } from '../stability/model.ts';
import { answersRoutes } from './answers-routes.tsx';

let pages: PageServer;
let visitor: Asker;

beforeAll(async () => {
  pages = await pageServer(async (server, { platform, system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdDemonstration(system.records);
    await adoptPlan(platform, { unit: null, asAt: '2026-02-01', dwo: 110, pcso: 48 });
    await adoptPlan(platform, { unit: null, asAt: '2026-03-01', dwo: 118, pcso: 48 });
    answersRoutes(server);
  });
  visitor = pages.as({ kind: 'visitor' });
}, 60_000);
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const HIGHGATE = 'E05013660';
const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('a ward’s answer', () => {
  it('is a short paragraph and every point, the same on the page, as text and as JSON', async () => {
    const { json, headers } = await visitor.get('/allocation/answers/E05013652.json').then((answer) => ({
      json: answer.json(),
      headers: answer.headers,
    }));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(json).toMatchObject({
      ...{ kind: 'answer', unit: 'Central North', asAt: '2026-03-10', synthetic: true },
      plan: { id: '2', standing: 'in force', from: '2026-03-01' },
      ward: { code: 'E05013652', name: 'Belsize', borough: 'Camden' },
    });
    const shares = Object.values(json.shares as Record<string, number>);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(json.paragraph).toContain('under the plan in force since 1 March 2026. The figures are made up.');
    expect(json.paragraph).toMatch(/Of 10,000 other weightings, .* keeps? that number/);
    expect(json.paragraph.split(' ').length).toBeLessThanOrEqual(110);
    expect(json.paragraph).toContain('No consultation is on record for this plan, and its author approved it alone');
    expect(json.sentences.map(({ about }: { about: string }) => about)).toEqual([
      ...['how many', 'why', 'rank of the last officer', 'what would change it', 'how sure'],
      ...['who was consulted', 'since last time'],
    ]);
    const text = await visitor.get('/allocation/answers/E05013652.txt');
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(plain(text.body)).toContain(
      `To read out ${json.paragraph} Point by point How many: ${json.sentences[0].text}`,
    );
    expect(plain(text.body)).toMatch(
      /How sure it is: Of 10,000 other weightings of the six parts of demand, .* would give/,
    );
    expect(Math.max(...text.body.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    const page = await visitor.get('/allocation/answers/E05013652');
    expect(textOf(page.body)).toContain(json.paragraph);
    for (const { text: point } of json.sentences) expect(textOf(page.body)).toContain(point);
    expect(page.body).not.toContain('<details');
    expect(textOf(page.body)).toContain('PCSOs are police community support officers.');
    expect(textOf(page.body)).toContain('Open Government Licence v3.0');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('is found by name, which leads to the code with the day and the form that were asked for', async () => {
    const named = await visitor.get('/allocation/answers/Belsize.txt?as-at=2026-02-10');
    expect([named.statusCode, named.headers.location]).toEqual([
      302,
      '/allocation/answers/E05013652.txt?as-at=2026-02-10',
    ]);
    const unknown = await visitor.get('/allocation/answers/Belsise');
    expect(unknown.statusCode).toBe(404);
    expect(textOf(unknown.body)).toContain('Did you mean Belsize?');
  });

  it('refuses in the form that was asked for, with the same status', async () => {
    for (const [address, status, sentence] of [
      ['/allocation/answers/Belsise', 404, 'Did you mean Belsize?'],
      [`/allocation/answers/${HIGHGATE}`, 404, 'There is no plan 99 that you may see.', '?plan=99'],
      [`/allocation/answers/${HIGHGATE}`, 400, 'is not a date', '?as-at=2026-02-30'],
      ['/allocation/answers', 404, 'There is no plan 99 that you may see.', '?plan=99'],
    ].map(([path, ...rest]) => [`${path}.FORM${rest[2] ?? ''}`, rest[0], String(rest[1])] as const)) {
      const asJson = await visitor.get(address.replace('FORM', 'json'));
      expect([asJson.statusCode, asJson.headers['content-type']]).toEqual([status, 'application/json; charset=utf-8']);
      expect(asJson.json()).toEqual({ error: expect.stringContaining(sentence) });
      const asText = await visitor.get(address.replace('FORM', 'txt'));
      expect([asText.statusCode, asText.headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8']);
      expect(asText.body).toContain(sentence);
      const page = await visitor.get(address.replace('.FORM', ''));
      expect([page.statusCode, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    }
  });

  it('is of the plan in force on the day, or of an earlier one by its number', async () => {
    const earlier = (await visitor.get(`/allocation/answers/${HIGHGATE}.json?plan=1`)).json();
    expect(earlier.plan).toEqual({ id: '1', standing: 'no longer in force', from: '2026-02-01' });
    expect(earlier.paragraph).toContain('Under plan 1 of 1 February 2026, which is no longer in force,');
    expect(earlier.sentences.at(-1).text).toBe('It is the first plan published for these wards.');
    const then = (await visitor.get(`/allocation/answers/${HIGHGATE}.json?as-at=2026-02-10`)).json();
    expect(then.plan).toMatchObject({ id: '1', standing: 'in force' });
    const none = await visitor.get(`/allocation/answers/${HIGHGATE}?plan=99`);
    expect([none.statusCode, textOf(none.body)]).toEqual([404, expect.stringContaining('There is no plan 99')]);
    expect((await visitor.get(`/allocation/answers/${HIGHGATE}?as-at=2026-02-30`)).statusCode).toBe(400);
  });

  it('before any plan is what is put forward, and says which plan comes next and from when', async () => {
    const { paragraph, plan } = (await visitor.get(`/allocation/answers/${HIGHGATE}.json?as-at=2026-01-10`)).json();
    expect(plan).toEqual({ id: null, standing: 'put forward', from: null });
    expect(paragraph).toContain(
      'No plan is in force on 10 January 2026: the next is plan 1, which is published and comes into force on 1 February 2026.',
    );
    const page = textOf((await visitor.get(`/allocation/answers/${HIGHGATE}?as-at=2026-01-10`)).body);
    expect(page).not.toContain('othing is adopted');
  });

  it('on a day without figures says that there is none to give, and why', async () => {
    const answer = (await visitor.get('/allocation/answers.json?as-at=2016-01-10')).json();
    expect(answer).toMatchObject({ kind: 'no plan', asAt: '2016-01-10' });
    const page = await visitor.get('/allocation/answers?as-at=2016-01-10');
    expect(page.statusCode).toBe(200);
    expect(textOf(page.body)).toContain('None can be put forward: no part of demand has figures');
    expect((await visitor.get(`/allocation/answers/${HIGHGATE}.txt?as-at=2016-01-10`)).body).toContain(
      'No plan is in force',
    );
  });
});

describe('the unit’s answer', () => {
  it('quotes the question that was put, answers it, and lists every ward with the way to its own', async () => {
    const page = await visitor.get('/allocation/answers');
    const text = textOf(page.body);
    expect(text).toContain('“What will be the criteria used to select which wards will be allocated additional');
    expect(text).toContain('Unmesh Desai AM, to the Mayor of London, on 18 January 2017.');
    expect(text).toContain('Plan 2 is in force since 1 March 2026: 118 officers and 48 PCSOs for the 37 wards');
    expect(text).toContain('Against plan 1, in force from 1 February 2026:');
    expect(page.body.match(/href="\/allocation\/answers\/E05/g)).toHaveLength(37);
    const json = (await visitor.get('/allocation/answers.json')).json();
    expect(json.wards.reduce((sum: number, { dwo }: { dwo: number }) => sum + dwo, 0)).toBe(118);
    expect(plain((await visitor.get('/allocation/answers.txt')).body)).toContain(json.paragraphs[1].text);
  });
});

describe('how sure a plan is', () => {
  const known = async (change: (adopted: AdoptedPlan) => Pick<AdoptedPlan, 'plan' | 'decision'>) => {
    const adopted = await planInForce(pages.platform.records, 'Central North', '2026-03-10');
    if (adopted === null) throw new Error('No plan is in force.');
    return stabilityOfPlan(pages.platform, change(adopted), 10_000);
  };

  it('is reckoned on the figures it was made from, over every part that its weights name', async () => {
    const plan = await known((adopted) => adopted);
    expect(plan).toMatchObject({ kind: 'reckoned', stability: { samples: 10_000, remarks: [] } });
  });

  it('is not reckoned once the figures held are others', async () => {
    const revised = await known(({ plan, decision }) => ({
      decision,
      plan: { ...plan, wards: plan.wards.map((ward) => ({ ...ward, demandShare: ward.demandShare * 1.01 })) },
    }));
    expect(revised).toMatchObject({
      kind: 'not reckoned',
      because: expect.stringContaining('not those that the plan'),
    });
  });

  it('is what was kept with its decision, whatever the figures say now', async () => {
    const stability = { samples: 7 } as Stability;
    const decided = await known(({ plan }) => ({ plan, decision: { stability } as Decision }));
    expect(decided).toEqual({ kind: 'reckoned', stability });
  });
});
