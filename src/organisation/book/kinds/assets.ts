import type { Asset } from '../book-rows.ts';
import { borough, DAYS, named, oneOf, readDays, writeDays } from '../column.ts';
import { bookKind } from '../kind.ts';

export const assets = bookKind({
  one: 'asset',
  many: 'assets',
  says: 'A building, vehicle or technology that the boroughs share.',
  columns: {
    reference: named('the unit’s own name for it'),
    kind: oneOf('kind', ['building', 'vehicle', 'technology']),
    name: named('what it is called'),
    borough: borough('where it is kept'),
    ...DAYS,
  },
  build({ reference, kind, name, borough: boroughCode, ...values }) {
    const days = readDays(values);
    if ('because' in days) return days;
    return { value: { reference, kind, name, boroughCode, during: days.value } satisfies Asset };
  },
  values: ({ reference, kind, name, boroughCode, during }) => ({
    reference,
    kind,
    name,
    borough: boroughCode,
    ...writeDays(during),
  }),
  key: ({ reference }) => [reference],
  called: ({ reference }) => `asset ${reference}`,
});
