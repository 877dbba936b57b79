import { londonTime } from '../../lib/calendar/london-time.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Duty } from '../model.ts';
import { sayHours } from './say-times.ts';

/** A time of day as forms have it; empty for none. */
export const timeOf = (at: Date | null): string => (at === null ? '' : londonTime(at).time);

/** The month of a duty's ward in the ledger. */
export const ledgerOf = ({ duty, ward, wardCode }: { duty: Duty; ward: string; wardCode: string }) => ({
  href: `/ringfence/ledger/wards/${wardCode}?month=${duty.day.slice(0, 7)}`,
  text: `Ledger of ${ward}`,
});

/** Whose a duty is, where and when, line by line. */
export function aboutDuty({ duty, name, ward }: { duty: Duty; name: string; ward: string }) {
  return [
    { key: 'Officer', value: name },
    { key: 'Ward', value: ward },
    { key: 'Duty', value: `${longDate(duty.day)}, ${sayHours(duty.during)}` },
  ];
}
