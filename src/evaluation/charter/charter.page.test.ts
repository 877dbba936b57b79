import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../test/builders/approvers.ts';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import { CAMDEN, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { charterRoutes } from './charter-routes.tsx';

const ADDRESS = `/evaluation/${CHARTER.name}/charter`;
const file = (charter: object) => [{ name: 'charter.json', bytes: JSON.stringify(charter) }];

let pages: PageServer;
let analyst: Asker;
let commander: Asker;
let camden: Asker;
let visitor: Asker;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
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
    for (const words of ['Sign the charter', '>Camden Council</option>', 'Camden and Islington, from April 2030'])
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

  it('comes with Wardroom for the pilot of 2017, whose page says that nobody signs it', async () => {
    const { body } = await visitor.get('/evaluation/pathfinder-2017/charter');
    expect(body).toContain('written after the start, so nobody signs it');
    const schema = (await visitor.get('/evaluation/charter.schema.json')).json();
    expect(Object.keys(schema.properties)).toContain('signatories');
  });
});
