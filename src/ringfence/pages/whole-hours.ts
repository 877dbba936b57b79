import { wholeNumber } from '../../ui/whole-number.ts';

const HOUR = 60;

/** Minutes as whole hours, "1,204"; less than half an hour that is something is "under 1". */
export function wholeHours(minutes: number): string {
  if (minutes > 0 && minutes < HOUR / 2) return 'under 1';
  return wholeNumber(Math.round(minutes / HOUR)).replace('-', '−');
}

/** "33 hours", "1 hour", "under 1 hour". */
export function hoursWords(minutes: number): string {
  const hours = wholeHours(minutes);
  return `${hours} ${hours === '1' || hours === 'under 1' ? 'hour' : 'hours'}`;
}
