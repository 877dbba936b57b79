import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingFor } from '../../../test/builders/book-places.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Post, PostBook } from '../post-book.ts';
import { ensureReferenceUnit } from '../service.ts';
import { postBook } from './book-service.ts';
import { readFolder } from './folder-importer.ts';
import { importBook } from './import-service.ts';

const ISLINGTON = 'E09000019';
const CAMDEN = 'E09000007';
let opened: EmptyRecords;
let platform: Platform;
let book: PostBook;
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  platform = testPlatform(opened.database, { principal: actingFor('command') });
  const files = await readFolder(fileURLToPath(new URL('../../../examples/islington-2024', import.meta.url)));
  expect(await importBook(platform, { unit: null, name: 'x', files, dryRun: false })).toMatchObject({
    kind: 'imported',
    name: 'Islington 2024',
    counts: { posts: { added: 154 }, budget: { added: 6 } },
  });
  book = await postBook(platform, null);
});
afterAll(() => opened.close());

/** Full-time equivalents of a rank: whole posts, of those that pass. */
const sum = (rank: string, which: (post: Post) => boolean = () => true) =>
  book.posts
    .filter((post) => post.rank === rank && which(post))
    .reduce((total, { fullTimeEquivalents }) => total + fullTimeEquivalents, 0);
const of = (code: string) => (post: Post) => post.shares.some(({ boroughCode }) => boroughCode === code);

it('lists for Islington what its budget pays for, rank by rank', () => {
  const listed = Object.fromEntries(book.budgets.map(({ rank }) => [rank, sum(rank, of(ISLINGTON))]));
  expect(listed).toEqual({
    Superintendent: 1,
    'Chief Inspector': 1,
    Inspector: 4,
    Sergeant: 16.5,
    Constable: 85,
    PCSO: 41,
  });
  for (const { rank, fullTimeEquivalents } of book.budgets) expect(listed[rank]).toBe(fullTimeEquivalents);
});

it('has shared posts on both boroughs’ lists, and once in the unit', () => {
  expect(sum('Constable', of(CAMDEN))).toBe(3);
  expect(sum('Constable')).toBe(85);
  expect(sum('Sergeant')).toBe(17);
});

it('has two floor constables and a PCSO in every ward of Islington, and 38 to 41 constables above', () => {
  const wards = book.wards.filter(
    ({ boroughCode, boundaryVersion }) => boroughCode === ISLINGTON && boundaryVersion === 'wards-2022',
  );
  const floor = (code: string, rank: string) =>
    sum(rank, (post) => post.wards.includes(code) && post.wardClass === 'floor');
  expect(wards).toHaveLength(17);
  for (const { code } of wards) expect([floor(code, 'Constable'), floor(code, 'PCSO')]).toEqual([2, 1]);
  const extra = sum('Constable', ({ wardClass }) => wardClass === 'extra');
  expect([extra, extra + sum('Constable', of(CAMDEN))]).toEqual([38, 41]);
});

it('names the unit’s leaders and nobody’s strand', () => {
  expect([sum('Chief Superintendent'), sum('Superintendent')]).toEqual([1, 4]);
  expect(book.posts.filter(({ leadsStrand }) => leadsStrand !== null)).toEqual([]);
  expect(book.officers).toEqual([]);
});
