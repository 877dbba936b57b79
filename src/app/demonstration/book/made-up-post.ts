import type { Post } from '../../../organisation/index.ts';

export const CAMDEN = 'E09000007';
export const ISLINGTON = 'E09000019';
/** First day of the demonstration's book: posts that were there from the start begin on it. */
export const BOOK_BEGINS = '2024-01-01';
export const MADE_UP = 'Made up for the demonstration';

/**
 * A day so many months from the month in which the demonstration is filled.
 * @param months whole months, before it when negative
 * @param day    day of that month, 1 to 28; the first when left out
 */
export type DayFrom = (months: number, day?: number) => string;

type Asked = Pick<Post, 'reference' | 'title' | 'rank' | 'strand' | 'duty'> & Partial<Post>;

/** A whole post of the unit, with no ward, from the book's first day, unless said otherwise. */
export function madeUpPost(asked: Asked): Post {
  return {
    team: null,
    fullTimeEquivalents: 1,
    shares: [],
    wards: [],
    boundaryVersion: null,
    wardClass: null,
    leadsBorough: null,
    leadsStrand: null,
    fundedBy: null,
    fundedUntil: null,
    movedFrom: null,
    expectedFilled: null,
    during: { from: BOOK_BEGINS, until: null },
    source: MADE_UP,
    ...asked,
  };
}

/** The whole of a post for one borough. */
export const wholly = (boroughCode: string): Post['shares'] => [{ boroughCode, fraction: 1 }];

/** References of so many posts alike: "RESPONSE-PC-01". */
export const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
