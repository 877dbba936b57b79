import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { whoLostWhat } from './who-lost-what.ts';

const since = (from: string) => ({ during: { from, until: null } });
const book = bookOf({
  posts: [
    postOf('A', { movedFrom: 'Sexual Offences command', rank: 'Detective Constable', ...since('2026-01-01') }),
    postOf('B', { movedFrom: 'Sexual Offences command', fullTimeEquivalents: 0.5, ...since('2026-12-31') }),
    postOf('C', { movedFrom: 'Response', ...since('2026-02-01') }),
    postOf('NEW', since('2026-02-01')),
    postOf('BEFORE', { movedFrom: 'Response', ...since('2025-12-31') }),
    postOf('AFTER', { movedFrom: 'Response', ...since('2027-01-01') }),
  ],
  postings: [
    postingOf('1', 'A', { fromUnit: 'Camden CID', ...since('2026-01-01') }),
    postingOf('1', 'B', { fromUnit: 'Camden CID', ...since('2026-12-31') }),
    postingOf('2', 'C', { fromUnit: 'Response', ...since('2026-02-01') }),
    postingOf('3', 'NEW', since('2026-02-01')),
    postingOf('4', 'BEFORE', { fromUnit: 'Response', ...since('2025-12-31') }),
  ],
});

test('posts and people by the unit that gave them up, over the days asked about', () => {
  expect(whoLostWhat(book, { from: '2026-01-01', to: '2026-12-31' })).toEqual({
    units: [
      {
        unit: 'Sexual Offences command',
        posts: [
          { rank: 'Detective Constable', posts: 1, fullTimeEquivalents: 1 },
          { rank: 'Constable', posts: 1, fullTimeEquivalents: 0.5 },
        ],
        fullTimeEquivalents: 1.5,
        officers: 0,
      },
      {
        unit: 'Response',
        posts: [{ rank: 'Constable', posts: 1, fullTimeEquivalents: 1 }],
        fullTimeEquivalents: 1,
        officers: 1,
      },
      { unit: 'Camden CID', posts: [], fullTimeEquivalents: 0, officers: 1 },
    ],
    notRecorded: { posts: 1, fullTimeEquivalents: 1 },
  });
});
