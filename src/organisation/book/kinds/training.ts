import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import { nextDay } from '../../../lib/calendar/london-span.ts';
import type { Training } from '../../post-book.ts';
import { day, named, optional } from '../column.ts';
import { bookKind } from '../kind.ts';

export const training = bookKind({
  one: 'training',
  many: 'training',
  says: 'A course that an officer completed, and until when it is valid.',
  columns: {
    officer: named('reference of the officer'),
    course: named('reference of the course'),
    completed_on: day('day it was completed'),
    last_valid_day: optional(day('last day it is valid; for good where empty')),
  },
  build({ officer, course, completed_on: completedOn, last_valid_day: last }) {
    if (last !== null && last < completedOn)
      return { because: `last_valid_day: ${last} comes before it was completed: change one of the days.` };
    const expiresOn = last === null ? null : nextDay(last);
    return { value: { officer, course, completedOn, expiresOn } satisfies Training };
  },
  values: ({ officer, course, completedOn, expiresOn }) => ({
    officer,
    course,
    completed_on: completedOn,
    last_valid_day: expiresOn === null ? null : dayBefore(expiresOn),
  }),
  key: ({ officer, course, completedOn }) => [officer, course, completedOn],
  called: ({ officer, course, completedOn }) => `training of ${officer} in ${course} on ${completedOn}`,
});
