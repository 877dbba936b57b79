import { countWords } from '../../../ui/count-words.ts';

/** Whole minutes in words: "2 hours", "1 hour and 30 minutes", "45 minutes". */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return countWords(rest, 'minute');
  const whole = countWords(hours, 'hour');
  return rest === 0 ? whole : `${whole} and ${countWords(rest, 'minute')}`;
}
