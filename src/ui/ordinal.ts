import { wholeNumber } from './whole-number.ts';

/** "1st", "22nd", "113th". */
export function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${wholeNumber(number)}${ending}`;
}
