import type { Budget } from '../../post-book.ts';
import { amount, borough, DAYS, free, named, rank, readDays, writeDays } from '../column.ts';
import { bookKind } from '../kind.ts';

export const budget = bookKind({
  one: 'budgeted rank',
  many: 'budgeted ranks',
  says: 'Full-time equivalents of a rank that a budget pays for in a borough.',
  columns: {
    borough: borough('borough'),
    year: named('year as published, such as Year 1'),
    rank: rank(),
    fte: amount('full-time equivalents', 0, 9999),
    ...DAYS,
    source: free('where it was taken from'),
  },
  build({ borough: boroughCode, year, rank, fte: fullTimeEquivalents, source, ...values }) {
    const days = readDays(values);
    if ('because' in days) return days;
    return { value: { boroughCode, year, rank, fullTimeEquivalents, during: days.value, source } satisfies Budget };
  },
  values: ({ boroughCode, year, rank, fullTimeEquivalents, during, source }) => ({
    borough: boroughCode,
    year,
    rank,
    fte: fullTimeEquivalents,
    ...writeDays(during),
    source,
  }),
  key: ({ boroughCode, year, rank }) => [boroughCode, year, rank],
  called: ({ boroughCode, year, rank }) => `budget of ${boroughCode}, ${year}, ${rank}`,
});
