import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPosts } from '../../../test/builders/kept-book.ts';
import { postOf } from '../../../test/builders/post-book.ts';
import { wardPostInItsBorough } from './ward-post-in-its-borough.ts';

const { name } = wardPostInItsBorough;

test('broken alone while a post of an Islington ward belongs to Camden', () => {
  const during = { from: '2026-02-01', until: '2026-04-01' };
  const book = withPosts(keptBook(), postOf('WRONG', { wards: ['E05013699'], wardClass: 'extra', during }));
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'WRONG',
      from: '2026-02-01',
      to: '2026-03-31',
      sentence:
        "WRONG is a post of Bunhill and no part of it belongs to that ward's borough: correct its borough or its ward.",
    },
  ]);
  expect(isKept(name, book, '2026-01-31')).toBe(true);
});

test('kept by a post of no ward, and by one that its ward’s borough shares with another', () => {
  const shares = [
    { boroughCode: 'E09000007', fraction: 0.5 },
    { boroughCode: 'E09000019', fraction: 0.5 },
  ];
  const book = withPosts(
    keptBook(),
    postOf('UNDECIDED', { wards: [], boundaryVersion: null, wardClass: 'extra' }),
    postOf('SHARED', { wards: ['E05013699'], wardClass: 'extra', shares }),
  );
  expect(isKept(name, book)).toBe(true);
});
