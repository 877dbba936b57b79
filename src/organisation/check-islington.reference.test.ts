import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CENTRAL_NORTH_PLACES as PLACES } from '../../test/builders/book-places.ts';
import { checkOf } from '../../test/builders/kept-book.ts';
import { bookOf } from '../../test/builders/post-book.ts';
import { readBookFiles } from './book/read-book-files.ts';

// Islington's book as presented on 18 July 2024, with the unit's leaders as announced in 2016.
const files = ['book.csv', 'budget.csv', 'posts.csv'].map((name) => ({
  name,
  text: readFileSync(new URL(`../../examples/islington-2024/${name}`, import.meta.url), 'utf8'),
}));
const { rows } = readBookFiles(files, PLACES);
const book = bookOf({
  posts: rows.posts.map(({ row }) => row),
  budgets: rows.budget.map(({ row }) => row),
  wards: PLACES.wards.flatMap(({ code, name, version, boroughCode }) =>
    version === 'wards-2022' && boroughCode !== null
      ? [{ code, name, boroughCode, boundaryVersion: version, during: { from: '2022-05-05', until: null } }]
      : [],
  ),
});

test('the published book breaks no rule, and what is not published is unknown', () => {
  const { broken, unknown, kept } = checkOf(book, '2024-07-18');
  expect(broken).toEqual([]);
  expect(unknown.map(({ rule, where }) => `${rule}: ${where}`)).toEqual([
    'ward-floor: Camden',
    'ward-floor: Islington',
    'ward-floor-deployable: Camden',
    'ward-floor-deployable: Islington',
    'ward-has-a-sergeant: Camden',
    'ward-has-a-sergeant: Islington',
    'superintendent-for-each-borough: Camden',
    'superintendent-for-each-borough: Islington',
    'superintendent-leads-a-strand: Central North',
    'establishment-meets-budget: Camden',
    'funding-ended: ISL-STREET-POPULATION',
  ]);
  expect(kept).toContain('one-chief-superintendent');
  expect(kept).toContain('four-superintendents');
});

test('a constable fewer, and the budget of Islington is not met however shared posts are counted', () => {
  const one = book.posts.find(({ rank, wardClass }) => rank === 'Constable' && wardClass === 'floor');
  const { broken } = checkOf({ ...book, posts: book.posts.filter((post) => post !== one) }, '2024-07-18');
  expect(broken).toMatchObject([
    { rule: 'establishment-meets-budget', where: 'Islington', sentence: /come to 81 to 84, .* pays for 85: add posts/ },
  ]);
});
