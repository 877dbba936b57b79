import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../test/builders/approvers.ts';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import { CAMDEN, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Look } from '../model.ts';
import { charterRoutes } from './charter-routes.tsx';
import { takeLook } from './looks-service.ts';

const ADDRESS = `/evaluation/${CHARTER.name}/charter`;
const file = (charter: object) => [{ name: 'charter.json', bytes: JSON.stringify(charter) }];

let pages: PageServer;
let analyst: Asker;
let commander: Asker;
let camden: Asker;
let visitor: Asker;
let wardroom: Platform;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    wardroom = system;
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdApprovers(system.records, ['b', 'e']);
    charterRoutes(server);
  }, new Date('2026-03-10T12:00:00Z'));
  analyst = pages.as(somebody('a', 'analyst'));
  commander = pages.as(somebody('b', 'command'));
  camden = pages.as(personWith('council', { unit: UNIT, borough: CAMDEN, ward: null }, 'Camden Council'));
  visitor = pages.as({ kind: 'visitor' });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const hashOn = async (asker: Asker) =>
  /name="hash" value="([0-9a-f]{64})"/.exec((await asker.get(ADDRESS)).body)?.[1] ?? '';

describe('a charter on its pages', () => {
  it('is refused with every problem, and what was sent is shown again', async () => {
    const wrong = await analyst.postFiles('/evaluation/new', file({ ...CHARTER, looks: ['2030-09'], seed: 'x' }));
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('seed: write a whole number');
    expect(wrong.body).toContain('joint-response-2030');
    const pasted = await analyst.postFiles('/evaluation/new', [], { charter: 'what?' });
    expect(pasted.body).toContain('What you sent is no JSON');
  });

  it('is entered as a file, seen by staff, and signed by a council for itself alone', async () => {
    expect((await analyst.postFiles('/evaluation/new', file(CHARTER))).statusCode).toBe(303);
    expect((await visitor.get(ADDRESS)).statusCode).toBe(404);
    expect((await analyst.get(ADDRESS)).body).not.toContain('Sign the charter');
    const { body } = await camden.get(ADDRESS);
    for (const words of ['Sign the charter', '>Camden Council</option>', 'from April 2030'])
      expect(body).toContain(words);
    expect(body).not.toContain('>Islington Council</option>');
    const hash = await hashOn(camden);
    const signedAs = 'Jane Roe, leader';
    const late = await camden.post(`${ADDRESS}/sign`, {
      organisation: 'Camden Council',
      hash: 'a'.repeat(64),
      signedAs,
    });
    expect(late.statusCode).toBe(400);
    expect(late.body).toContain('read it again, then sign');
    const other = await camden.post(`${ADDRESS}/sign`, { organisation: 'Islington Council', hash, signedAs });
    expect(other.statusCode).toBe(403);
    expect((await camden.post(`${ADDRESS}/sign`, { organisation: 'Camden Council', hash, signedAs })).statusCode).toBe(
      303,
    );
    expect((await camden.get(ADDRESS)).body).toContain('Jane Roe, leader');
  });

  it('is amended with a reason once somebody signed', async () => {
    const form = (await commander.get(`${ADDRESS}/edit`)).body;
    expect(form).toContain('Why it is amended');
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(form)?.[1] ?? '';
    const amended = file({ ...CHARTER, seed: 7 });
    const silent = await commander.postFiles(`${ADDRESS}/edit`, amended, { seen, because: '' });
    expect(silent.body).toContain('Say why it is amended');
    expect((await commander.postFiles(`${ADDRESS}/edit`, amended, { seen, because: 'A slip.' })).statusCode).toBe(303);
    const { body } = await commander.get(ADDRESS);
    for (const words of [
      'A slip.',
      'The seed (seed): “1” became “7”.',
      'Still to sign: Metropolitan Police, Camden Council',
    ])
      expect(body).toContain(words);
  });

  it('is shown to readers once a second person has approved it', async () => {
    expect((await analyst.post(`${ADDRESS}/propose`)).statusCode).toBe(303);
    expect((await camden.get(ADDRESS)).body).toContain('It waits for somebody whose role approves evaluations');
    const hash = /name="content-hash" value="([^"]*)"/.exec((await commander.get(ADDRESS)).body)?.[1] ?? '';
    const approved = await commander.post(`${ADDRESS}/approve`, { 'content-hash': hash, publish: 'yes' });
    expect(approved.statusCode).toBe(303);
    const { body } = await visitor.get(ADDRESS);
    for (const words of ['What was agreed to count as working?', 'Jane Roe, leader', 'A slip.'])
      expect(body).toContain(words);
    expect(body).not.toContain('Keeping it');
    expect((await visitor.get(`/evaluation/${CHARTER.name}/decisions`)).body).toContain(
      'Nothing has been decided yet.',
    );
    expect((await commander.post(`${ADDRESS}/withdraw`, { reason: '' })).body).toContain('Say why readers');
    expect((await commander.post(`${ADDRESS}/withdraw`, { reason: 'A slip.' })).statusCode).toBe(303);
    expect((await visitor.get(ADDRESS)).statusCode).toBe(404);
  });

  it('is said to be a former wording while an amended one is not published, and comes back by no withdrawal', async () => {
    const name = 'looked-back';
    const address = `/evaluation/${name}/charter`;
    const looked = {
      ...{ ...CHARTER, name, kind: 'retrospective', preFrom: '2018-04', end: '2021-03', looks: ['2020-09', '2021-03'] },
      ...{ treated: [{ ...CHARTER.treated[0], start: '2020-04' }], benefits: [] },
    };
    const show = async () => {
      await analyst.post(`${address}/propose`);
      const hash = /name="content-hash" value="([^"]*)"/.exec((await commander.get(address)).body)?.[1] ?? '';
      await commander.post(`${address}/approve`, { 'content-hash': hash, publish: 'yes' });
    };
    await analyst.postFiles('/evaluation/new', file(looked));
    await show();
    expect((await visitor.get(address)).body).not.toContain('this is the former one');
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec((await commander.get(`${address}/edit`)).body)?.[1] ?? '';
    await commander.postFiles(`${address}/edit`, file({ ...looked, seed: 7 }), { seen, because: 'A slip.' });
    expect((await visitor.get(address)).body).toContain('is not published yet; this is the former one');
    await show();
    expect((await visitor.get(address)).body).not.toContain('this is the former one');

    const decisions = `/evaluation/${name}/decisions`;
    expect((await commander.get(decisions)).body).toContain('No look has been recorded yet');
    const look: Look = {
      ...{ month: '2020-09', percent: 1, asMuch: { moved: 1, of: 9 }, harmAt: null, benefitAt: null },
      ...{ rateFrom: 'lot', modelRate: null, state: 'continue', because: 'B' },
    };
    const found = [{ group: 'Camden and Islington', measure: 'burglary', look }];
    await takeLook(wardroom, { name, found, panelHash: 'a'.repeat(64), vintage: 'V' });
    const { body } = await commander.get(decisions);
    expect(body).toContain('<option value="2020-09">September 2020</option>');
    for (const words of ['<option value="2021-03">', '<option value="continue" selected'])
      expect(body).not.toContain(words);
    const decided = { afterLook: '2020-09', decided: 'continue', bodies: 'Camden Council', reason: 'R' };
    const made = { ...decided, decidedOn: '2020-11-01', recordedAs: 'Morgan Roe, commander' };
    expect((await commander.post(decisions, made)).statusCode).toBe(303);
    expect((await commander.get(decisions)).body).toContain('Recorded by Morgan Roe, commander for Camden Council');

    await commander.post(`${address}/withdraw`, { reason: 'It was read wrongly.' });
    const gone = await visitor.get(address);
    expect(gone.statusCode).toBe(404);
    expect(gone.body).toContain('It was read wrongly.');
    expect((await commander.get(address)).body).toContain('Readers do not see it.');
  });

  it('comes with Wardroom for the pilot of 2017, whose page says that nobody signs it', async () => {
    const { body } = await visitor.get('/evaluation/pathfinder-2017/charter');
    expect(body).toContain('it cannot be signed');
    const schema = (await visitor.get('/evaluation/charter.schema.json')).json();
    expect(Object.keys(schema.properties)).toContain('signatories');
  });
});
