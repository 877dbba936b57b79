import { longDate } from '../../ui/long-date.ts';
import type { PlannedWard } from '../model.ts';
import type { SinceLastTime } from './model.ts';

/** "in force from 1 March 2025, withdrawn since". */
export const sayInForce = ({ from, withdrawn }: { from: string; withdrawn: boolean }): string =>
  `in force from ${longDate(from)}${withdrawn ? ', withdrawn since' : ''}`;

/** What a ward had in the plan before, and why that changed. */
export function saySinceLastTime({ code }: Pick<PlannedWard, 'code'>, change: SinceLastTime | null): string {
  if (change === null) return '';
  if (change.kind === 'nothing') return change.because;
  if (change.kind === 'first') return 'It is the first plan published for these wards.';
  if (change.kind === 'none before') return 'No plan was in force for these wards before it.';
  const before = `the plan before, ${sayInForce(change.before)}`;
  const ward = change.wards.find((each) => each.code === code);
  if (ward === undefined) return `This ward had the same numbers in ${before}.`;
  return `Compared with ${before}, ${ward.because}`;
}
