import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPost } from '../../../test/builders/kept-book.ts';
import { sharedPostWithinOne } from './shared-post-within-one.ts';

const { name } = sharedPostWithinOne;
const parts = (camden: number, islington: number) => [
  { boroughCode: 'E09000007', fraction: camden },
  { boroughCode: 'E09000019', fraction: islington },
];

test('broken alone while there is a post whose parts come to more than one', () => {
  const book = withPost(keptBook(), 'FAITH', { shares: parts(0.6, 0.5) });
  const found = [
    {
      where: 'FAITH',
      from: '2022-05-05',
      to: null,
      sentence: "The boroughs' parts of FAITH come to 1.1, and a post is one: lessen a borough's part.",
    },
  ];
  expect(onlyBroken(name, book)).toEqual(found);
  const short = withPost(book, 'FAITH', { during: { from: '2026-02-01', until: '2026-05-01' } });
  expect(isKept(name, short, '2026-05-01')).toBe(true);
});

test('kept where the parts are the whole, or less', () => {
  expect(isKept(name, withPost(keptBook(), 'FAITH', { shares: parts(0.7, 0.3) }))).toBe(true);
  expect(isKept(name, withPost(keptBook(), 'FAITH', { shares: parts(0.3, 0.3) }))).toBe(true);
});
