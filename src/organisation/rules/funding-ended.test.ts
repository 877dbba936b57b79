import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, unknownBy, withPost, withPosting } from '../../../test/builders/kept-book.ts';
import { fundingEnded } from './funding-ended.ts';

const { name } = fundingEnded;
const ended = withPost(keptBook(), 'STREET', { fundedUntil: '2026-01-31' });

test('broken alone from the day after the last that is paid for, until the post is empty', () => {
  const book = withPosting(ended, ['P-STREET', 'STREET'], { during: { from: '2022-05-05', until: '2026-03-15' } });
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'STREET',
      from: '2026-02-01',
      to: '2026-03-14',
      sentence:
        'Islington Council paid for STREET (Street Population Officer) until 31 January 2026 and somebody is still in it: agree a later day, or end the posting.',
    },
  ]);
  expect(isKept(name, book, '2026-01-31')).toBe(true);
  expect(isKept(name, book, '2026-03-15')).toBe(true);
});

test('kept on the last day that is paid for, and by a vacant post', () => {
  expect(isKept(name, withPost(keptBook(), 'STREET', { fundedUntil: '2026-03-01' }))).toBe(true);
  expect(isKept(name, withPosting(ended, ['P-STREET', 'STREET'], null))).toBe(true);
});

test('unknown where nobody recorded until when it is paid for', () => {
  expect(unknownBy(name, withPost(keptBook(), 'STREET', { fundedUntil: null }))).toEqual([
    {
      where: 'STREET',
      from: '2022-05-05',
      to: null,
      sentence:
        'Until when Islington Council pays for STREET (Street Population Officer) is not recorded: give the last day.',
    },
  ]);
});
