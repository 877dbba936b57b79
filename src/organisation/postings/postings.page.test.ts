import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { BLOOMSBURY, type PostedOfficers, postOfficers } from '../../../test/builders/posted-officers.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../service.ts';
import { sharingRoutes } from '../sharing/sharing-routes.tsx';
import { postingsRoutes } from './postings-routes.tsx';

let pages: PageServer;
let keys: PostedOfficers;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    keys = await postOfficers(system.records);
    postingsRoutes(server, { floorOn: () => ({ dwo: 2, pcso: 1 }) });
    sharingRoutes(server, { demandShares: async () => null });
  });
});
afterAll(() => pages.close());

const inspector = () => pages.as(personWith('inspector', { unit: UNIT, borough: CAMDEN, ward: null }));
const sergeant = () => pages.as(personWith('sergeant', { unit: UNIT, borough: CAMDEN, ward: BLOOMSBURY }));
const postingForm = { from: '2026-04-01', last: '2026-04-30', fraction: '0.5', kind: 'posting', 'from-unit': '' };
const postTo = (number: string, post: string) =>
  `/organisation/postings/officers/${keys.officers[number]}/post?post=${keys.posts[post]}`;

describe('forms of the post book', () => {
  it('post an officer and say so', async () => {
    const answer = await inspector().post(postTo('301', 'BLO-3'), postingForm);
    expect(answer.statusCode).toBe(303);
    const page = await inspector().get(String(answer.headers.location));
    expect(page.body).toContain('The officer is posted.');
    expect(page.body).toContain('from 1 April 2026 to 30 April 2026');
  });

  it('keep what was typed beside every sentence', async () => {
    const typed = { ...postingForm, from: 'soon', fraction: '2', 'from-unit': 'Central East' };
    const answer = await inspector().post(postTo('301', 'BLO-3'), typed);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('There is a problem');
    expect(answer.body).toContain('id="from-error"');
    expect(answer.body).toContain('Type a fraction above 0');
    for (const value of ['soon', 'Central East']) expect(answer.body).toContain(`value="${value}"`);
  });

  it('refuse text that no record can hold', async () => {
    const answer = await inspector().post(postTo('301', 'BLO-3'), { ...postingForm, 'from-unit': 'a\0b' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('characters that cannot be seen');
  });

  it('offer to open a post only where one may', async () => {
    expect((await sergeant().get('/organisation/postings/posts/new')).statusCode).toBe(403);
    expect((await sergeant().get('/organisation/postings')).body).not.toContain('Open a post');
    expect((await inspector().get('/organisation/postings')).body).toContain('Open a post');
    const { body } = await inspector().get('/organisation/postings/posts/new');
    expect(body).toContain('Camden, the whole borough');
    for (const not of ['the whole unit', 'Islington, the whole borough']) expect(body).not.toContain(not);
  });

  it('ask which post first, and offer only those that one may write', async () => {
    const { body } = await inspector().get(`/organisation/postings/officers/${keys.officers['301']}/post?seek=faith`);
    expect(body).toContain('CAM-FAITH');
    expect(body).not.toContain('ISL-FAITH');
  });

  it('set what somebody else saved first beside what was entered, and take the choice', async () => {
    const url = `/organisation/postings/held/${keys.postings['102']}/end`;
    const opened = await inspector().get(url);
    expect(opened.body).toContain('name="version" value="1"');
    const first = await inspector().post(url, { version: '1', 'seen-last': '', last: '2026-12-31' });
    expect(first.statusCode).toBe(303);
    const second = await inspector().post(url, { version: '1', 'seen-last': '', last: '2026-11-30' });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Somebody changed this first');
    for (const day of ['2026-12-31', '2026-11-30'])
      expect(second.body).toContain(
        `type="radio" id="last-${day === '2026-12-31' ? 'theirs' : 'yours'}" name="last" value="${day}"`,
      );
    expect(second.body).toContain('name="version" value="2"');
    const chosen = await inspector().post(url, { version: '2', 'seen-last': '2026-12-31', last: '2026-11-30' });
    expect(chosen.statusCode).toBe(303);
  });

  it('book a van once, whoever sends the form', async () => {
    const url = `/organisation/sharing/${keys.assets['VAN-1']}`;
    const asker = inspector();
    // One browser, whose forms are tied to it from its first page on.
    await asker.get(url);
    const fields = { borough: CAMDEN, date: '2026-04-01', start: '22:00', end: '07:00', purpose: 'Patrol' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => asker.post(url, fields)));
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1);
    const told = answers.filter(({ statusCode }) => statusCode === 400);
    expect(told).toHaveLength(19);
    for (const { body } of told) {
      expect(body).toContain('Patrol van is taken from 22:00 on 1 April 2026 to 07:00 on 2 April 2026 by Camden');
      expect(body).toContain('value="22:00"');
    }
    const other = await inspector().post(url, { ...fields, borough: ISLINGTON });
    expect(other.body).toContain('Choose for which borough.');
  });

  it('offer a sergeant their ward, and nothing about absences', async () => {
    const { body } = await sergeant().get(`/organisation/postings/officers/${keys.officers['101']}`);
    expect(body).toContain('Post to another post');
    expect(body).not.toContain('Record an absence');
    const hidden = await sergeant().get(`/organisation/postings/officers/${keys.officers['201']}`);
    expect(hidden.statusCode).toBe(404);
    expect((await sergeant().get('/organisation/postings/posts/999')).statusCode).toBe(404);
  });

  it('report what each borough had, and say what is wrong with the days', async () => {
    const { body } = await inspector().get('/organisation/sharing/report?from=2026-04-01&to=2026-04-30');
    expect(body).toContain('Vehicles: Camden had');
    const wrong = await inspector().get('/organisation/sharing/report?from=2026-04-01&to=2026-03-01');
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('Choose the first day or a later one.');
  });

  it('open a post of a ward in its own ward set', async () => {
    const typed = {
      reference: 'BLO-9',
      title: 'Ward officer',
      rank: 'Constable',
      strand: 'neighbourhoods',
      duty: 'ward',
    };
    const rest = {
      place: `${UNIT}/${CAMDEN}/${BLOOMSBURY}`,
      class: 'extra',
      fraction: '1',
      from: '2026-04-01',
      last: '',
    };
    const answer = await inspector().post('/organisation/postings/posts/new', { ...typed, ...rest });
    expect(answer.statusCode).toBe(303);
    const { rows } = await pages.system.records
      .transaction()
      .execute((trx) =>
        sql`select boundary_version, ward_class from organisation.post where reference = 'BLO-9'`.execute(trx),
      );
    expect(rows).toEqual([{ boundary_version: 'wards-2022', ward_class: 'extra' }]);
    const early = { ...typed, reference: 'BLO-8', ...rest, from: '2020-01-01' };
    const refused = await inspector().post('/organisation/postings/posts/new', early);
    expect(refused.body).toContain('in force from 5 May 2022 on');
  });
});

describe('what is made up', () => {
  const PAGES = () => [
    '/organisation/postings?seek=Stone',
    postTo('301', 'BLO-3'),
    `/organisation/postings/officers/${keys.officers['301']}/post`,
    `/organisation/postings/posts/${keys.posts['BLO-1']}`,
    '/organisation/sharing',
    `/organisation/sharing/${keys.assets['VAN-1']}`,
    '/organisation/sharing/report',
  ];

  it('is marked on every page of postings and of what is shared, and nothing real is', async () => {
    const command = personWith('command', { unit: UNIT, borough: null, ward: null });
    const [madeUp, real] = [pages.as({ ...command, demonstration: true } as typeof command), pages.as(command)];
    const marked = async (asker: typeof real) => {
      const found = [];
      for (const path of PAGES()) {
        const { statusCode, body } = await asker.get(path);
        found.push([statusCode, body.includes('Synthetic demonstration data')]);
      }
      return found;
    };
    expect(await marked(madeUp)).toEqual(PAGES().map(() => [200, true]));
    expect(await marked(real)).toEqual(PAGES().map(() => [200, false]));
  });
});
