import type { Posting } from '../../post-book.ts';
import { amount, DAYS, day, named, oneOf, optional, otherwise, readDays, writeDays } from '../column.ts';
import { bookKind } from '../kind.ts';

export const postings = bookKind({
  one: 'posting',
  many: 'postings',
  says: 'An officer in a post, wholly or in part; of one officer never more than 1 on any day.',
  columns: {
    officer: named('reference of the officer'),
    post: named('reference of the post'),
    fraction: otherwise(amount('part of the officer’s time', 0, 1, true), 1, '1'),
    kind: otherwise(oneOf('kind', ['posting', 'rotation', 'acting']), 'posting', 'posting'),
    ...DAYS,
    returns_on: optional(day('last day of a rotation')),
    from_unit: optional(named('unit the officer came from, for a transfer')),
  },
  build(values) {
    const days = readDays(values);
    if ('because' in days) return days;
    if (values.kind === 'rotation' && values.returns_on === null)
      return { because: 'returns_on: a rotation has an end: give the last day before the officer goes back.' };
    if (values.returns_on !== null && values.returns_on < values.first_day)
      return { because: `returns_on: ${values.returns_on} comes before the first day: change one of them.` };
    const { officer, post, fraction, kind, returns_on: returnsOn, from_unit: fromUnit } = values;
    return { value: { officer, post, fraction, during: days.value, kind, returnsOn, fromUnit } satisfies Posting };
  },
  values: ({ officer, post, fraction, kind, during, returnsOn, fromUnit }) => ({
    officer,
    post,
    fraction,
    kind,
    ...writeDays(during),
    returns_on: returnsOn,
    from_unit: fromUnit,
  }),
  key: ({ officer, post, during }) => [officer, post, during.from],
  called: ({ officer, post, during }) => `posting of ${officer} to ${post} from ${during.from}`,
});
