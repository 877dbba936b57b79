import { expect, test } from 'vitest';
import {
  AS_AT,
  isKept,
  judgedOf,
  keptBook,
  onlyBroken,
  withPost,
  withPosts,
} from '../../../test/builders/kept-book.ts';
import { postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { PostBook } from '../post-book.ts';
import { sergeantSpansTwoWards } from './sergeant-spans-two-wards.ts';

const { name } = sergeantSpansTwoWards;
const highbury = {
  code: 'E05013704',
  name: 'Highbury',
  boroughCode: 'E09000019',
  boundaryVersion: 'wards-2022',
  during: { from: '2022-05-05', until: null },
} as const;

test('broken alone by a third ward', () => {
  const book = withPost(keptBook(), 'SGT-I', { wards: ['E05013703', 'E05013699', 'E05013704'] });
  // The third ward is one that the unit does not have, so that nothing but its sergeant is asked about it.
  const found = sergeantSpansTwoWards.judge(judgedOf({ ...book, wards: [...book.wards, highbury] }));
  expect(found.broken).toEqual([
    {
      rule: name,
      where: 'SGT-I',
      from: '2022-05-05',
      to: null,
      sentence:
        'SGT-I has 3 wards, Finsbury Park, Bunhill and Highbury, and may have 2: give one of the wards to another sergeant.',
    },
  ]);
});

/** A second post of one ward that the sergeant of the first takes over in part. */
const twoPosts = (): PostBook => {
  const second = postOf('SGT-2', {
    rank: 'Sergeant',
    wardClass: null,
    wards: ['E05013653'],
    fullTimeEquivalents: 0.5,
    during: { from: '2026-02-01', until: null },
  });
  const book = withPosts(keptBook(), second);
  return {
    ...book,
    postings: book.postings.map((each) => (each.post === 'SGT-I' ? { ...each, fraction: 0.5 } : each)),
  };
};

test('broken alone by a sergeant whose two posts come to three wards, from the day of the second', () => {
  const book = twoPosts();
  const during = { from: '2026-02-01', until: '2026-05-01' };
  const both = { ...book, postings: [...book.postings, postingOf('P-SGT-I', 'SGT-2', { fraction: 0.5, during })] };
  expect(onlyBroken(name, both)).toMatchObject([
    { where: 'Officer P-SGT-I (P-SGT-I)', from: '2026-02-01', to: '2026-04-30' },
  ]);
  expect(isKept(name, both, '2026-01-31')).toBe(true);
});

test('broken by wards of two boroughs', () => {
  const book = withPosts(
    withPost(keptBook(), 'SGT-C', { wards: ['E05013653', 'E05013703'] }),
    postOf('SGT-2', { rank: 'Sergeant', wardClass: null, wards: ['E05013655'] }),
  );
  expect(onlyBroken(name, book)[0]?.sentence).toBe(
    'SGT-C has Bloomsbury and Finsbury Park, which are of two boroughs: give one of the wards to another sergeant.',
  );
});

test('wards apart are told of where borders are known, and only there', () => {
  const asked = (answer: boolean | null) =>
    sergeantSpansTwoWards.judge({ ...judgedOf(keptBook(), AS_AT), shareABorder: () => answer }).broken;
  expect(asked(true)).toEqual([]);
  expect(asked(null)).toEqual([]);
  expect(asked(false)).toMatchObject([
    { where: 'SGT-C', sentence: /SGT-C has Bloomsbury and Camden Town, which share no border/ },
    { where: 'SGT-I' },
  ]);
});
