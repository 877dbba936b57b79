import type { OfficerRank } from '../book-rows.ts';
import { DAYS, named, rank, readDays, writeDays } from '../column.ts';
import { bookKind } from '../kind.ts';

export const officers = bookKind({
  one: 'rank of an officer',
  many: 'ranks of officers',
  says: 'An officer, member of staff or PCSO in a rank; whoever is promoted has a row for each rank.',
  columns: {
    reference: named('warrant or staff number'),
    name: named('name'),
    rank: rank(),
    ...DAYS,
  },
  build({ reference, name, rank, ...values }) {
    const days = readDays(values);
    if ('because' in days) return days;
    return { value: { reference, name, rank, during: days.value } satisfies OfficerRank };
  },
  values: ({ reference, name, rank, during }) => ({ reference, name, rank, ...writeDays(during) }),
  key: ({ reference, during }) => [reference, during.from],
  called: ({ reference, rank, during }) => `officer ${reference} as ${rank} from ${during.from}`,
});
