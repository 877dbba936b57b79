import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { Post } from '../post-book.ts';
import { supervisoryRatios } from './supervisory-ratio.ts';

const detective = (reference: string, rank: string, rest: Partial<Post> = {}) =>
  postOf(reference, { rank, strand: 'investigation', duty: 'pan-borough', wards: [], wardClass: null, ...rest });
const constables = (many: number) =>
  Array.from({ length: many }, (_, at) => detective(`DC${at}`, 'Detective Constable'));
const islington = { shares: [{ boroughCode: 'E09000019', fraction: 1 }] };

test('detective constables to one detective sergeant, posts and people apart, in unit and boroughs', () => {
  const book = bookOf({
    posts: [
      detective('DS1', 'Detective Sergeant'),
      detective('DS2', 'Detective Sergeant', islington),
      ...constables(9),
      // Neither is a detective of the investigation.
      detective('PC', 'Constable'),
      detective('DCX', 'Detective Constable', { strand: 'response' }),
    ],
    postings: [postingOf('1', 'DS1'), postingOf('2', 'DC0'), postingOf('3', 'DC1', { fraction: 0.5 })],
  });
  const [unit, camden, last] = supervisoryRatios(book, '2026-03-01');
  expect(unit).toMatchObject({
    borough: null,
    name: 'Central North',
    posts: { sergeants: 2, constables: 9, ratio: 4.5, words: 'one detective sergeant to 4.5 detectives' },
    strength: { sergeants: 1, constables: 1.5, ratio: 1.5, words: 'one detective sergeant to 1.5 detectives' },
  });
  expect(camden?.posts).toMatchObject({ sergeants: 1, constables: 9, words: 'one detective sergeant to 9 detectives' });
  expect(last).toMatchObject({
    name: 'Islington',
    posts: { ratio: 0, words: 'one detective sergeant to 0 detectives' },
    strength: { ratio: null, words: 'no detectives and no detective sergeants' },
  });
});

test('where no sergeant is, no number is given but the detectives', () => {
  const [unit] = supervisoryRatios(bookOf({ posts: constables(1) }), '2026-03-01');
  expect(unit?.posts).toMatchObject({ ratio: null, words: 'no detective sergeant for 1 detective' });
  expect(unit?.strength).toBeNull();
});
