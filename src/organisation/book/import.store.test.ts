import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingFor, bookFiles } from '../../../test/builders/book-places.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../service.ts';
import { postBook } from './book-service.ts';
import { importBook } from './import-service.ts';

let opened: EmptyRecords;
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
});
afterAll(() => opened.close());

/** The command line, acting for the commander of the unit. */
const operator = () => testPlatform(opened.database, { principal: actingFor('command') });
const FILES = {
  'posts.csv': `reference,title,rank,strand,duty,wards,ward_class,boroughs,first_day,last_day
P1,Dedicated ward officer,Constable,neighbourhoods,ward,Bunhill,floor,,2024-01-01,
P2,Sergeant,Sergeant,neighbourhoods,pan-borough,,,Camden:0.5|Islington:0.5,2024-01-01,
`,
  'officers.csv': 'reference,name,rank,first_day,last_day\nA,Anna,Constable,2020-01-01,\nB,Ben,Sergeant,2020-01-01,\n',
  'postings.csv': 'officer,post,fraction,first_day,last_day\nA,P1,0.6,2024-01-01,\nB,P2,1,2024-01-01,2024-12-31\n',
};
const bring = (files: Record<string, string>, dryRun = false) =>
  importBook(operator(), { unit: null, name: 'test', files: bookFiles(files), dryRun });

it('says what it would do, and changes nothing, in a dry run', async () => {
  const answer = await bring(FILES, true);
  expect(answer).toMatchObject({
    kind: 'would be imported',
    counts: { posts: { added: 2, changed: 0, unchanged: 0 } },
  });
  expect((await postBook(operator(), null)).posts).toEqual([]);
});

it('adds every row, and finds all of it unchanged the second time', async () => {
  expect(await bring(FILES)).toMatchObject({ kind: 'imported' });
  const book = await postBook(operator(), null);
  expect(book.posts.map(({ reference, shares }) => [reference, shares])).toEqual([
    ['P1', [{ boroughCode: 'E09000019', fraction: 1 }]],
    [
      'P2',
      [
        { boroughCode: 'E09000007', fraction: 0.5 },
        { boroughCode: 'E09000019', fraction: 0.5 },
      ],
    ],
  ]);
  expect(book.postings).toEqual([
    expect.objectContaining({ officer: 'A', during: { from: '2024-01-01', until: null } }),
    expect.objectContaining({ officer: 'B', during: { from: '2024-01-01', until: '2025-01-01' } }),
  ]);
  expect(await bring(FILES)).toMatchObject({
    counts: { posts: { added: 0, changed: 0, unchanged: 2 }, postings: { added: 0, changed: 0, unchanged: 2 } },
    differences: [],
  });
});

it('changes what has the same key and other values, takes nothing away, and keeps what was there before', async () => {
  const answer = await bring({
    'any.csv': 'officer,post,fraction,first_day,last_day\nA,P1,1,2024-01-01,\n',
  });
  expect(answer).toMatchObject({
    differences: [
      {
        kind: 'postings',
        what: 'changed',
        row: 'posting of A to P1 from 2024-01-01',
        cells: [{ column: 'fraction', before: '0.6', after: '1' }],
      },
    ],
  });
  const book = await postBook(operator(), null);
  expect(book.postings).toHaveLength(2);
  const kept = await sql<{ before: unknown }>`
    select before -> 'fraction' as before from organisation.book_revision where before is not null`.execute(
    opened.records,
  );
  expect(kept.rows).toEqual([{ before: '0.6' }]);
});
