import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { boroughBalance } from './borough-balance.ts';

const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';
const islington = { shares: [{ boroughCode: ISLINGTON, fraction: 1 }], wards: [] };
const halves = [CAMDEN, ISLINGTON].map((boroughCode) => ({ boroughCode, fraction: 0.5 }));
const book = bookOf({
  posts: [
    postOf('C1'),
    postOf('C2'),
    postOf('C3'),
    postOf('I1', islington),
    postOf('S', { rank: 'Sergeant', shares: halves }),
    postOf('U', { rank: 'Superintendent', shares: [] }),
  ],
  postings: [postingOf('1', 'C1'), postingOf('2', 'I1'), postingOf('3', 'S')],
});
const demand = new Map([
  [CAMDEN, 0.6],
  [ISLINGTON, 0.4],
]);

test('a share of demand beside a share of officers, and the difference in officers', () => {
  const { boroughs } = boroughBalance(book, '2026-03-01', demand);
  expect(
    boroughs.map(({ name, demandShare, posts }) => [name, demandShare, posts.fullTimeEquivalents, posts.share]),
  ).toEqual([
    ['Camden', 0.6, 3.5, 0.7],
    ['Islington', 0.4, 1.5, 0.3],
  ]);
  expect(boroughs.map(({ posts }) => posts.difference)).toEqual([expect.closeTo(0.5), expect.closeTo(-0.5)]);
  expect(boroughs.map(({ strength }) => strength?.difference)).toEqual([expect.closeTo(-0.3), expect.closeTo(0.3)]);
});

test('each rank is balanced alone, and what is the whole unit’s is nobody’s', () => {
  const { byRank } = boroughBalance(book, '2026-03-01', demand);
  expect(byRank.map(({ rank, boroughs }) => [rank, ...boroughs.map(({ posts }) => posts.share)])).toEqual([
    ['Superintendent', null, null],
    ['Sergeant', 0.5, 0.5],
    ['Constable', 0.75, 0.25],
  ]);
});

test('shares are taken in proportion, and each borough needs one', () => {
  const counts = new Map([
    [CAMDEN, 60],
    [ISLINGTON, 40],
  ]);
  expect(boroughBalance(book, '2026-03-01', counts)).toEqual(boroughBalance(book, '2026-03-01', demand));
  expect(() => boroughBalance(book, '2026-03-01', new Map([[CAMDEN, 1]]))).toThrow('Islington needs a share');
  expect(() => boroughBalance(book, '2026-03-01', new Map(demand).set(CAMDEN, Number.NaN))).toThrow('Camden needs');
  expect(() => boroughBalance(book, '2026-03-01', new Map([...demand.keys()].map((code) => [code, 0])))).toThrow(
    'above 0',
  );
});

test('without postings nothing is said of people', () => {
  const [camden] = boroughBalance({ ...book, postings: [] }, '2026-03-01', demand).boroughs;
  expect(camden?.strength).toBeNull();
});
