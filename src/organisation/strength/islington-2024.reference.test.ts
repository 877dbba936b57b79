import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CENTRAL_NORTH_PLACES as PLACES } from '../../../test/builders/book-places.ts';
import { bookOf } from '../../../test/builders/post-book.ts';
import { readBookFiles } from '../book/read-book-files.ts';
import { bookAboveFloor } from './book-above-floor.ts';
import { boroughStrengths } from './borough-strength.ts';
import { sharedPostsOn } from './shared-posts.ts';
import { unitStrength } from './unit-strength.ts';
import { wardStrengthOn } from './ward-strength.ts';

const DATE = '2024-07-18';
const ISLINGTON = 'E09000019';
const files = ['book.csv', 'budget.csv', 'posts.csv'].map((name) => ({
  name,
  text: readFileSync(new URL(`../../../examples/islington-2024/${name}`, import.meta.url), 'utf8'),
}));
const { rows } = readBookFiles(files, PLACES);
const book = bookOf({
  posts: rows.posts.map(({ row }) => row),
  budgets: rows.budget.map(({ row }) => row),
  wards: PLACES.wards
    .filter(({ version, boroughCode }) => version === 'wards-2022' && boroughCode !== null)
    .map(({ code, name, boroughCode }) => ({
      code,
      name,
      boroughCode: boroughCode ?? '',
      boundaryVersion: 'wards-2022' as const,
      during: { from: '2022-05-05', until: null },
    })),
});
const islington = boroughStrengths(book, DATE).boroughs.find(({ code }) => code === ISLINGTON);
const listed = (rank: string) => islington?.byRank.find((each) => each.rank === rank)?.listed.establishment;

test('the page of 18 July 2024 adds up: 85 constables, 41 PCSOs, 16.5 sergeants, and who leads them', () => {
  expect(['Constable', 'PCSO', 'Sergeant', 'Inspector', 'Chief Inspector', 'Superintendent'].map(listed)).toEqual([
    85, 41, 16.5, 4, 1, 1,
  ]);
});

test('three shared posts stand on both boroughs’ lists and once in the unit', () => {
  expect(sharedPostsOn(book, DATE)).toHaveLength(3);
  const { boroughs } = boroughStrengths(book, DATE);
  const constables = boroughs.map(({ byRank }) => byRank.find(({ rank }) => rank === 'Constable'));
  expect(constables.map((each) => [each?.listed.establishment, each?.apportioned.establishment])).toEqual([
    [3, 1.5],
    [85, 83.5],
  ]);
  expect(unitStrength(book, DATE).byRank.find(({ rank }) => rank === 'Constable')?.establishment).toBe(85);
});

test('38 to 41 constables above the floor, and 39.5 by halves', () => {
  expect(bookAboveFloor(book, ISLINGTON, DATE, 2)).toMatchObject({
    constables: 85,
    floor: 34,
    ownPosts: 10,
    sharedPosts: 3,
    least: 38,
    most: 41,
    byRecordedParts: 39.5,
  });
});

test('two constables and a PCSO on the floor of each of 17 wards, and nothing is known of people', () => {
  const wards = wardStrengthOn(book, DATE, { dwo: 2, pcso: 1 }).filter(({ boroughCode }) => boroughCode === ISLINGTON);
  expect(wards).toHaveLength(17);
  for (const { dwo, pcso } of wards)
    expect([dwo.floorPosts.establishment, pcso.floorPosts.establishment]).toEqual([2, 1]);
  expect(unitStrength(book, DATE).unit.people).toBeNull();
});
