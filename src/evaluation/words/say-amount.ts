import { numberWord } from '../../ui/number-word.ts';
import { wholeNumber } from '../../ui/whole-number.ts';

/** Beyond this, in per cent, an end of a range says nothing but its direction. */
const BEYOND_TELLING = 1000;

/**
 * A change in per cent without its sign: whole, but never "0%".
 * @example sayPercent(-0.34) // "0.3%"
 */
export function sayPercent(percent: number): string {
  const amount = Math.abs(percent);
  if (Math.round(amount) >= 1) return `${wholeNumber(amount)}%`;
  return amount >= 0.05 ? `${amount.toFixed(1)}%` : 'less than 0.1%';
}

/** A change with its direction: "72% more", "4% fewer", "as many". */
export function sayChange(percent: number): string {
  if (percent === 0) return 'as many';
  return `${sayPercent(percent)} ${moreOrFewer(percent)}`;
}

/**
 * A range of changes, both ends with their direction: "12% fewer to 9% more". Ends without limit are said to be.
 * @param interval in per cent; ends may be infinite
 */
export function sayRange({ low, high }: { low: number; high: number }): string {
  return `${sayLow(low)} to ${sayHigh(high)}`;
}

function sayLow(low: number): string {
  return low <= -99.5 ? 'any number fewer' : sayChange(low);
}

function sayHigh(high: number): string {
  return high >= BEYOND_TELLING ? 'any number more' : sayChange(high);
}

/** The confidence of a range: "95%", "92.9%". */
export function sayLevel(level: number): string {
  const tenths = Math.round(level * 1000) / 10;
  return `${Number.isInteger(tenths) ? tenths : tenths.toFixed(1)}%`;
}

export function moreOrFewer(change: number): string {
  return change < 0 ? 'fewer' : 'more';
}

/**
 * A number of crimes as an estimate bears it: a word up to ten, two figures from a hundred on.
 * @param count without its sign
 * @example sayAbout(438.7) // "about 440"
 */
export function sayAbout(count: number): string {
  const amount = Math.abs(count);
  if (amount < 0.75) return 'less than one';
  if (amount < 99.5) return `about ${numberWord(Math.round(amount))}`;
  const step = 10 ** (Math.floor(Math.log10(amount)) - 1);
  return `about ${wholeNumber(Math.round(amount / step) * step)}`;
}

/** An average a month: words below ten. */
export function sayAverage(average: number): string {
  if (average < 0.75) return 'less than one';
  return average < 9.5 ? numberWord(Math.round(average)) : wholeNumber(average);
}

/** A chance for people: "1 in 406", "about 21 in 100", "nearly certain". */
export function sayOdds(chance: number): string {
  if (chance >= 0.995) return 'near certainty';
  if (chance >= 0.1) return `about ${Math.round(chance * 100)} in 100`;
  return `about 1 in ${wholeNumber(1 / chance)}`;
}
