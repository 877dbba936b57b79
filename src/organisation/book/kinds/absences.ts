import type { Absence } from '../../post-book.ts';
import { DAYS, named, oneOf, readDays, writeDays } from '../column.ts';
import { bookKind } from '../kind.ts';

export const absences = bookKind({
  one: 'absence',
  many: 'absences',
  says: 'Days on which an officer is posted and not, or not fully, deployable; never why.',
  columns: {
    officer: named('reference of the officer'),
    kind: oneOf('kind', ['absent', 'adjusted-duties']),
    ...DAYS,
  },
  build({ officer, kind, ...values }) {
    const days = readDays(values);
    return 'because' in days ? days : { value: { officer, kind, during: days.value } satisfies Absence };
  },
  values: ({ officer, kind, during }) => ({ officer, kind, ...writeDays(during) }),
  key: ({ officer, kind, during }) => [officer, kind, during.from],
  called: ({ officer, kind, during }) => `${kind} of ${officer} from ${during.from}`,
});
