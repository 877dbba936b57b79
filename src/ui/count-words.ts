import { wholeNumber } from './whole-number.ts';

/** A count with its noun: "no wards", "1 ward", "1,200 wards". Irregular plurals are given. */
export function countWords(count: number, noun: string, plural: string = `${noun}s`): string {
  if (count === 0) return `no ${plural}`;
  return `${wholeNumber(count)} ${count === 1 ? noun : plural}`;
}
