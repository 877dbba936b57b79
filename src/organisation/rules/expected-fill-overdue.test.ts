import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, unknownBy, withOfficer, withPost } from '../../../test/builders/kept-book.ts';
import { officerOf, postingOf } from '../../../test/builders/post-book.ts';
import { expectedFillOverdue } from './expected-fill-overdue.ts';

const { name } = expectedFillOverdue;
const expecting = withPost(keptBook(), 'VACANT', { expectedFilled: '2026-01-31' });

test('broken alone from the day after it was expected until somebody is in the post', () => {
  const book = withOfficer(expecting, officerOf('P-V'), [
    postingOf('P-V', 'VACANT', { during: { from: '2026-03-16', until: null } }),
  ]);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'VACANT',
      from: '2026-02-01',
      to: '2026-03-15',
      sentence:
        'VACANT (Youth Officer) was expected to be filled by 31 January 2026 and is vacant: fill it, or give the day now expected.',
    },
  ]);
  expect(isKept(name, book, '2026-01-31')).toBe(true);
  expect(isKept(name, book, '2026-03-16')).toBe(true);
});

test('broken by a post that is filled in part', () => {
  const half = withOfficer(expecting, officerOf('P-V'), [postingOf('P-V', 'VACANT', { fraction: 0.4 })]);
  expect(onlyBroken(name, half)).toMatchObject([
    { where: 'VACANT', from: '2026-02-01', to: null, sentence: /31 January 2026 and 0\.6 of it is vacant: fill it/ },
  ]);
});

test('kept by a filled post whose day has passed', () => {
  expect(isKept(name, withPost(keptBook(), 'FAITH', { expectedFilled: '2023-01-01' }))).toBe(true);
});

test('unknown where nobody is recorded as posted', () => {
  expect(unknownBy(name, { ...expecting, postings: [] })).toMatchObject([
    { where: 'Central North', from: '2026-02-01', to: null },
  ]);
});
