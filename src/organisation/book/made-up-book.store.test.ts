import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingFor, bookFiles } from '../../../test/builders/book-places.ts';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { beginDemonstration } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensureReferenceUnit } from '../service.ts';
import { postBook } from './book-service.ts';
import { importBook } from './import-service.ts';

const POSTS = `reference,title,rank,strand,duty,first_day
P1,Ward officer,Constable,neighbourhoods,ward,2024-01-01
`;
const PEOPLE = {
  'officers.csv': 'reference,name,rank,first_day\nA,Anna,Constable,2020-01-01\n',
  'postings.csv': 'officer,post,first_day\nA,P1,2024-01-01\n',
};
const MADE_UP = `name,unit,synthetic\nMade up,${UNIT},yes\n`;

let opened: EmptyRecords;
let platform: Platform;
const bring = (files: Record<string, string>) =>
  importBook(platform, { unit: null, name: 'test', files: bookFiles(files), dryRun: false });
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  const scope = { unit: UNIT, borough: null, ward: null };
  await beginDemonstration(system, [{ name: 'Made-up command', role: 'command', scope, organisation: null }]);
  platform = testPlatform(opened.database, { principal: actingFor('command', 'inspector') });
});
afterAll(() => opened.close());

it('keeps made-up officers while the demonstration is on', async () => {
  expect(await bring({ 'book.csv': MADE_UP, 'posts.csv': POSTS, ...PEOPLE })).toMatchObject({
    kind: 'imported',
    synthetic: true,
  });
  expect(await postBook(platform, null)).toMatchObject({ synthetic: true, officers: [{ reference: 'A' }] });
});

it('refuses every real row while it is on, before anything else is said of it, and changes nothing', async () => {
  const sentence =
    'The demonstration is on, so a real post book cannot be kept here: end it first with "wardroom demonstration end".';
  const refused = { kind: 'refused', unit: UNIT, refusals: [{ file: '', line: null, sentence }] };
  expect(await bring({ 'posts.csv': POSTS.replace('Ward officer', 'Real'), ...PEOPLE })).toEqual(refused);
  expect(await bring({ 'posts.csv': POSTS.replace('P1', 'P2') })).toEqual(refused);
  expect(await bring({ 'posts.csv': POSTS.replace('Constable', 'Conztable') })).toEqual(refused);
  expect(await postBook(platform, null)).toMatchObject({ synthetic: true, posts: [{ title: 'Ward officer' }] });
  await expect(
    sql`insert into organisation.budget (unit, borough_code, year, rank, full_time_equivalents, during)
      values (${UNIT}, 'E09000007', '2024/25', 'Constable', 1, '[2024-04-01,2025-04-01)')`.execute(opened.records),
  ).rejects.toThrow('The demonstration is on');
});

it('takes the whole made-up book out for a real one, whose people get nothing that was made up', async () => {
  expect(
    await bring({ 'book.csv': MADE_UP, 'absences.csv': 'officer,kind,first_day\nA,absent,2025-01-01\n' }),
  ).toMatchObject({ kind: 'imported' });
  await sql`update identity.demonstration set state = 'off'`.execute(opened.records);
  const real = {
    'posts.csv': `${POSTS}P2,Ward officer,Constable,neighbourhoods,ward,2024-01-01\n`,
    'officers.csv': PEOPLE['officers.csv'].replace('Anna', 'Real Anna'),
    'postings.csv': 'officer,post,first_day\nA,P2,2024-01-01\n',
  };
  expect(await bring(real)).toMatchObject({
    kind: 'imported',
    counts: { posts: { added: 2, changed: 0 }, postings: { added: 1 } },
    takenOut: 4,
  });
  expect(await postBook(platform, null)).toMatchObject({
    synthetic: false,
    officers: [{ reference: 'A', name: 'Real Anna' }],
    postings: [{ officer: 'A', post: 'P2' }],
    absences: [],
  });
  const { rows } = await sql`select kind, before ->> 'first_day' as first from organisation.book_revision
    where after is null order by id`.execute(opened.records);
  expect(rows).toEqual([
    { kind: 'posts', first: '2024-01-01' },
    { kind: 'officers', first: '2020-01-01' },
    { kind: 'postings', first: '2024-01-01' },
    { kind: 'absences', first: '2025-01-01' },
  ]);
  const told = sql`select detail::jsonb ->> 'rows' as rows from platform.audit where action = 'organisation.take-out-made-up-book'`;
  expect((await told.execute(opened.records)).rows).toEqual([{ rows: '4' }]);
  expect(await bring(real)).toMatchObject({ takenOut: 0, counts: { posts: { added: 0, changed: 0, unchanged: 2 } } });
  expect(await bring({ 'book.csv': MADE_UP, 'posts.csv': POSTS })).toMatchObject({
    kind: 'refused',
    refusals: [{ sentence: expect.stringContaining('hold a real book') }],
  });
});
