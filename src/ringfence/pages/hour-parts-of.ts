import type { HourParts } from '../../ui/hours-bar.tsx';
import type { Minutes } from '../reports/model.ts';

/** The minutes of a row as its bar draws them. */
export function hourPartsOf(row: Minutes): HourParts {
  return {
    breach: row.breachMinutes,
    unruled: row.unruledMinutes,
    exception: row.exceptionMinutes,
    permitted: row.permittedMinutes,
    presumed: row.presumedMinutes,
    confirmed: row.confirmedMinutes,
  };
}

/** Minutes of rostered ward duty that were spent elsewhere, whatever they count as. */
export const awayMinutesOf = (row: Minutes): number =>
  row.breachMinutes + row.unruledMinutes + row.exceptionMinutes + row.permittedMinutes;
