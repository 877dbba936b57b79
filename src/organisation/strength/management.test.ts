import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { managementChange, managementOn } from './management.ts';

const ends = { during: { from: '2022-05-05', until: '2026-01-01' } };
const book = bookOf({
  posts: [
    postOf('CS', { rank: 'Chief Superintendent' }),
    postOf('I1', { rank: 'Inspector' }),
    postOf('I2', { rank: 'Detective Inspector', ...ends }),
    postOf('S', { rank: 'Sergeant' }),
    postOf('C1'),
    postOf('C2', { fullTimeEquivalents: 0.5 }),
    postOf('C3', { during: { from: '2026-01-01', until: null } }),
  ],
  officers: [officerOf('1', 'Sergeant')],
  postings: [postingOf('1', 'I1', { kind: 'acting' }), postingOf('2', 'C1'), postingOf('3', 'C2', { fraction: 0.5 })],
});

test('inspectors and above manage, sergeants and below police, and an acting inspector manages', () => {
  expect(managementOn(book, '2026-01-01')).toMatchObject({
    management: { posts: 2, establishment: 2, people: { strength: 1, heads: 1 } },
    operational: { posts: 4, establishment: 3.5, people: { strength: 1.5, heads: 2 } },
    establishmentRatio: 1.75,
    strengthRatio: 1.5,
  });
});

test('before and after: an inspector less and a constable more', () => {
  const change = managementChange(book, '2025-12-31', '2026-01-01');
  expect(change).toMatchObject({ management: -1, operational: 1 });
  expect(change.before.establishmentRatio).toBeCloseTo(2.5 / 3);
  expect(change.after.establishmentRatio).toBe(1.75);
});

test('where nobody manages, or nobody is known, there is no ratio', () => {
  expect(managementOn(bookOf({ posts: [postOf('C1')] }), '2026-01-01')).toMatchObject({
    establishmentRatio: null,
    strengthRatio: null,
  });
});
