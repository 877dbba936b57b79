import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withOfficer, withPosting } from '../../../test/builders/kept-book.ts';
import { officerOf, postingOf } from '../../../test/builders/post-book.ts';
import { officerWithinOne } from './officer-within-one.ts';

const { name } = officerWithinOne;

test('broken alone on the days two postings come to more than one', () => {
  const book = withOfficer(keptBook(), officerOf('P-V'), [
    postingOf('P-V', 'VACANT', { during: { from: '2026-01-10', until: '2026-03-20' } }),
  ]);
  const doubled = {
    ...book,
    postings: [
      ...book.postings.filter(({ post }) => post !== 'STREET'),
      postingOf('P-V', 'STREET', { fraction: 0.1, during: { from: '2026-02-20', until: '2026-04-01' } }),
    ],
  };
  expect(onlyBroken(name, doubled)).toEqual([
    {
      where: 'Officer P-V (P-V)',
      from: '2026-02-20',
      to: '2026-03-19',
      sentence:
        'The postings of Officer P-V (P-V) come to 1.1, and an officer is one: end or lessen a posting to VACANT and STREET.',
    },
  ]);
  expect(isKept(name, doubled, '2026-02-19')).toBe(true);
  expect(isKept(name, doubled, '2026-03-20')).toBe(true);
});

test('kept where parts come to exactly one, however they add up in binary', () => {
  const spread = withPosting(keptBook(), ['P-STREET', 'STREET'], { fraction: 0.7 });
  const all = {
    ...spread,
    postings: [
      ...spread.postings,
      postingOf('P-STREET', 'VACANT', { fraction: 0.2 }),
      postingOf('P-STREET', 'CID', { fraction: 0.1 }),
    ],
  };
  expect(isKept(name, all)).toBe(true);
});
