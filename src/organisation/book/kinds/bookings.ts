import { isDate } from '../../../lib/calendar/is-date.ts';
import { isTimeOfDay, londonInstant, londonInstants, londonTime } from '../../../lib/calendar/london-time.ts';
import type { Booking } from '../book-rows.ts';
import { borough, type Column, named } from '../column.ts';
import { bookKind } from '../kind.ts';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.]\d{3})?)?Z$/;

/** An instant by London's clock, "2026-03-31 09:00", or in UTC where the clock would not say which. */
const instant = (says: string): Column<string> => ({
  says: `${says}, by London’s clock: 2026-03-31 09:00`,
  needed: true,
  read(text) {
    const [date = '', time = '', ...more] = text.split(' ');
    if (ISO.test(text) && !Number.isNaN(Date.parse(text))) return { value: new Date(text).toISOString() };
    if (!isDate(date) || !isTimeOfDay(time) || more.length > 0)
      return { because: `"${text}" is no day and time: write it as 2026-03-31 09:00.` };
    return londonInstants(date, time).kind === 'never'
      ? { because: `"${text}" never comes: clocks go forward an hour at 01:00 on that day; write another time.` }
      : { value: londonInstant(date, time).toISOString() };
  },
  write(value) {
    const { date, time } = londonTime(new Date(value));
    return londonInstant(date, time).toISOString() === value ? `${date} ${time}` : value;
  },
});

export const bookings = bookKind({
  one: 'booking',
  many: 'bookings',
  says: 'The use of an asset for a borough’s policing.',
  columns: {
    asset: named('reference of the asset'),
    borough: borough('for whose policing it is used'),
    from: instant('start'),
    until: instant('end'),
    purpose: named('what for'),
  },
  build({ asset, borough: boroughCode, from, until, purpose }) {
    if (until <= from) return { because: 'until: it does not come after the start: change one of them.' };
    return { value: { asset, boroughCode, from, until, purpose } satisfies Booking };
  },
  values: ({ asset, boroughCode, from, until, purpose }) => ({ asset, borough: boroughCode, from, until, purpose }),
  key: ({ asset, from }) => [asset, from],
  called: ({ asset, from }) => `booking of ${asset} from ${from}`,
});
