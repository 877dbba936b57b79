import type { EstablishmentChange } from '../../post-book.ts';
import { STRANDS } from '../../reference/strands.ts';
import { amount, borough, day, free, named, oneOf, optional, rank } from '../column.ts';
import { bookKind } from '../kind.ts';

export const establishmentChanges = bookKind({
  one: 'establishment change',
  many: 'establishment changes',
  says: 'A named change of the establishment, about the posts that have all of what is filled in.',
  columns: {
    reference: named('the unit’s own name for it'),
    title: named('what it is called'),
    begins: day('first day it changes anything'),
    completes: day('day by which it is to be complete'),
    borough: optional(borough('of which borough')),
    strand: optional(oneOf('of which strand', STRANDS)),
    team: optional(named('of which team')),
    rank: optional(rank('of which rank')),
    promised: optional(amount('full-time equivalents promised in all', 0, 9999)),
    source: free('where it was taken from'),
  },
  build({ borough: boroughCode, ...change }) {
    if (change.completes < change.begins)
      return { because: `completes: ${change.completes} comes before it begins: change one of the days.` };
    return { value: { boroughCode, ...change } satisfies EstablishmentChange };
  },
  values: ({ boroughCode, ...change }) => ({ borough: boroughCode, ...change }),
  key: ({ reference }) => [reference],
  called: ({ reference }) => `establishment change ${reference}`,
});
