import { expect, test } from 'vitest';
import {
  isKept,
  keptBook,
  onlyBroken,
  unknownBy,
  withOfficer,
  withPost,
  withPosting,
} from '../../../test/builders/kept-book.ts';
import { officerOf, postingOf } from '../../../test/builders/post-book.ts';
import { superintendentForEachBorough } from './superintendent-for-each-borough.ts';

const { name } = superintendentForEachBorough;

test('broken alone where no superintendent leads the borough', () => {
  expect(onlyBroken(name, withPost(keptBook(), 'SUP-C', { leadsBorough: null }))).toEqual([
    {
      where: 'Camden',
      from: '2022-05-05',
      to: null,
      sentence: "Camden has no superintendent of its own: say which superintendent's post leads it.",
    },
  ]);
});

test('broken alone where two lead it', () => {
  expect(onlyBroken(name, withPost(keptBook(), 'SUP-3', { leadsBorough: 'E09000007' }))).toMatchObject([
    {
      sentence: "Camden has 2 superintendents' posts, SUP-C and SUP-3, and needs exactly one: change the others.",
    },
  ]);
});

test('broken alone on the days nobody is in the post', () => {
  const book = keptBook();
  const left = withPosting(book, ['P-SUP-C', 'SUP-C'], { during: { from: '2022-05-05', until: '2026-02-15' } });
  const gap = withOfficer(left, officerOf('P-NEXT', 'Superintendent'), [
    postingOf('P-NEXT', 'SUP-C', { during: { from: '2026-03-16', until: null } }),
  ]);
  expect(onlyBroken(name, gap)).toEqual([
    {
      where: 'Camden',
      from: '2026-02-15',
      to: '2026-03-15',
      sentence: "Nobody is Camden's superintendent: post an officer to SUP-C.",
    },
  ]);
  expect(isKept(name, gap, '2026-02-14')).toBe(true);
  expect(isKept(name, gap, '2026-03-16')).toBe(true);
});

test('broken where two officers share the name', () => {
  const halves = withPosting(keptBook(), ['P-SUP-C', 'SUP-C'], { fraction: 0.5 });
  const two = withOfficer(halves, officerOf('P-2', 'Superintendent'), [postingOf('P-2', 'SUP-C', { fraction: 0.5 })]);
  expect(onlyBroken(name, two)[0]?.sentence).toBe(
    'Camden has 2 superintendents at once, P-SUP-C and P-2: end the postings of all but one.',
  );
});

test('unknown where a superintendent says neither borough nor strand, and where nobody is recorded as posted', () => {
  const unsaid = withPost(keptBook(), 'SUP-C', { leadsBorough: null, leadsStrand: null });
  expect(unknownBy(name, unsaid)).toMatchObject([
    { where: 'Camden', sentence: /Which superintendent is Camden's is not recorded/ },
  ]);
  expect(unknownBy(name, { ...keptBook(), postings: [] }).map(({ where }) => where)).toEqual(['Camden', 'Islington']);
});
