import type { RingfencePolicy } from '../model.ts';
import type { MonthReport } from './model.ts';
import { sumOfTallies } from './tally-of.ts';

/** A ward whose officers were away against the ring-fence for more of their rostered time than the policy lets pass. */
export interface WardPastRate {
  code: string;
  name: string;
  /** Breaches and what is not ruled, of rostered ward duty: 0 to 1. */
  share: number;
}

/**
 * The wards of a report that pass the rate of which the policy wants to be told, the highest first. Exceptions and what is
 * permitted do not count towards it.
 */
export function wardsPastRate(
  { wards }: Pick<MonthReport, 'wards'>,
  { alertShare }: Pick<RingfencePolicy, 'alertShare'>,
): WardPastRate[] {
  const codes = [...new Map(wards.map(({ code, name }) => [code, name]))];
  return codes
    .flatMap(([code, name]) => {
      const sum = sumOfTallies(wards.filter((row) => row.code === code));
      const share = (sum.breachMinutes + sum.unruledMinutes) / sum.availableMinutes;
      return share > alertShare ? [{ code, name, share }] : [];
    })
    .sort((one, other) => other.share - one.share || one.code.localeCompare(other.code));
}
