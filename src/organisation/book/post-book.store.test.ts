import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../service.ts';
import { postBook } from './book-service.ts';

let opened: EmptyRecords;
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
});
afterAll(() => opened.close());

it('has the wards of every ward set with the days of the set, and the only unit where none is named', async () => {
  const book = await postBook(testPlatform(opened.database), null);
  expect(book.unit).toBe('Central North');
  expect(book.boroughs.map(({ name }) => name)).toEqual(['Camden', 'Islington']);
  const ofSet = (from: string) => book.wards.filter(({ during }) => during.from === from);
  expect(ofSet('2022-05-05')).toHaveLength(37);
  expect(ofSet('2014-05-22').every(({ during }) => during.until === '2022-05-05')).toBe(true);
  expect(book.absences).toEqual([]);
});

it('reads every kind of row as it was written, and puts made-up ones aside for real ones', async () => {
  await sql`with p as (insert into organisation.post
      (reference, unit, title, rank, strand, duty, full_time_equivalents, borough_codes, ward_codes, boundary_version, ward_class, during, synthetic)
      values ('P1', 'Central North', 'Officer', 'Constable', 'neighbourhoods', 'ward', 0.5, '{E09000007}', '{E05013653}',
        'wards-2022', 'floor', '[2024-01-01,)', false),
      ('P2', 'Central North', 'Made up', 'Constable', 'neighbourhoods', 'ward', 1, '{}', '{}', null, null, '[2024-01-01,)', true)
      returning id, reference),
    o as (insert into organisation.officer (reference, unit, name, synthetic) values ('A', 'Central North', 'Anna', false)
      returning id)
    select 1 from p, o`.execute(opened.records);
  await sql`insert into organisation.posting (officer, post, fraction, during, kind)
    select officer.id, post.id, 0.5, '[2024-01-01,2024-07-01)', 'posting'
    from organisation.officer, organisation.post where post.reference = 'P1'`.execute(opened.records);
  await sql`insert into organisation.post_share (post, borough_code, fraction, during)
    select id, 'E09000007', 1, during from organisation.post where reference = 'P1'`.execute(opened.records);
  await sql`insert into organisation.officer_rank (officer, rank, during)
    select id, 'Constable', '[2020-01-01,)' from organisation.officer`.execute(opened.records);
  const book = await postBook(testPlatform(opened.database), 'central north');
  expect(book.posts).toEqual([
    expect.objectContaining({
      reference: 'P1',
      fullTimeEquivalents: 0.5,
      shares: [{ boroughCode: 'E09000007', fraction: 1 }],
      wards: ['E05013653'],
      during: { from: '2024-01-01', until: null },
    }),
  ]);
  expect(book.officers).toEqual([
    { reference: 'A', name: 'Anna', ranks: [{ rank: 'Constable', during: { from: '2020-01-01', until: null } }] },
  ]);
  expect(book.postings).toEqual([
    expect.objectContaining({ officer: 'A', post: 'P1', during: { from: '2024-01-01', until: '2024-07-01' } }),
  ]);
  expect(book.synthetic).toBe(false);
});

it('names the units it knows when asked for another', async () => {
  await expect(postBook(testPlatform(opened.database), 'Nowhere')).rejects.toThrow('Known: "Central North".');
});
