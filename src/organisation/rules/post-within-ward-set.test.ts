import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPosts } from '../../../test/builders/kept-book.ts';
import { postOf } from '../../../test/builders/post-book.ts';
import { postWithinWardSet } from './post-within-ward-set.ts';

const { name } = postWithinWardSet;
const junction = {
  code: 'E05000375',
  name: 'Junction',
  boroughCode: 'E09000019',
  boundaryVersion: 'wards-2014',
  during: { from: '2014-05-22', until: '2024-05-05' },
} as const;
const islington = [{ boroughCode: 'E09000019', fraction: 1 }];

test('broken alone from the day its ward set is over to the end of the post', () => {
  const post = postOf('OLD', {
    wards: [junction.code],
    boundaryVersion: 'wards-2014',
    wardClass: 'extra',
    shares: islington,
    during: { from: '2022-05-05', until: '2026-06-01' },
  });
  const book = withPosts({ ...keptBook(), wards: [...keptBook().wards, junction] }, post);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'OLD',
      from: '2024-05-05',
      to: '2026-05-31',
      sentence:
        'OLD is of Junction of wards-2014, which is no ward on this day: end the post with its ward set, and add one in a ward of the set in force.',
    },
  ]);
  expect(isKept(name, book, '2024-05-04')).toBe(true);
});

test('broken by a ward that its set does not have', () => {
  const book = withPosts(
    keptBook(),
    postOf('NOWHERE', { wards: ['E05000375'], wardClass: 'extra', shares: islington }),
  );
  expect(onlyBroken(name, book)).toMatchObject([
    { where: 'NOWHERE', from: '2022-05-05', to: null, sentence: /NOWHERE is of E05000375 of wards-2022/ },
  ]);
});
