import { wholeNumber } from '../../ui/whole-number.ts';

/** Ratio of current to previous with 95 % certainty; the upper end null where it is without limit. */
export type RatioInterval = readonly [number, number | null];

/** What a 95 % interval can bear: a change is clear of chance where it leaves out "as many as before". */
export function judgeInterval([low, high]: RatioInterval): 'clear' | 'could be chance' {
  return low > 1 || (high !== null && high < 1) ? 'clear' : 'could be chance';
}

/**
 * What a change can bear, for people.
 * @param countsAlone whether the interval knows nothing of how much years differ
 * @param perDay whether it is of what there was per day; of the counts where it is left out
 * @example sayChange([0.86, 1.03], { countsAlone: false }) // "Could be chance: 14% fewer to 3% more."
 */
export function sayChange(
  interval: RatioInterval,
  { countsAlone, perDay = false }: { countsAlone: boolean; perDay?: boolean },
): string {
  const [low, high] = interval;
  const aDay = perDay ? ' a day' : '';
  const alone = countsAlone ? ' on the counts alone' : '';
  if (judgeInterval(interval) === 'could be chance') {
    return `Could be chance${alone}: ${sayRatio(low)} to ${sayRatio(high)}${aDay}.`;
  }
  const taken = countsAlone ? 'of chance on the counts alone' : 'of chance taken alone';
  const ends = low > 1 ? [low, high] : [high, low];
  const [least, most] = ends.map((end) => sayAmount(end));
  const word = low > 1 ? 'more' : 'fewer';
  return `${low > 1 ? 'More' : 'Fewer'}, clear ${taken}: between ${least} and ${most} ${word}${aDay}.`;
}

/**
 * What a change can bear where earlier years are held, and are too few to tell how much years differ.
 * @example sayTooFewYears([0.81, 1.07]) // "Too few earlier years to tell; on the counts alone: 19% fewer to 7% more."
 */
export function sayTooFewYears(counts: RatioInterval): string {
  const range = sayChange(counts, { countsAlone: true }).replace(/^.*? on the counts alone: /, '');
  const clear = judgeInterval(counts) === 'clear' ? ', clear of chance' : '';
  return `Too few earlier years to tell; on the counts alone${clear}: ${range}`;
}

/**
 * What is said of counts too small for a percentage: "Too few for a percentage. 11 fewer."; where the periods are not as
 * long, no count less the other: "Too few for a percentage. 4 in 275 days against 4 in 365."
 */
export function sayFew(current: number, previous: number, days?: readonly [number, number]): string {
  if (days === undefined) return `Too few for a percentage. ${sayCountChange(current, previous)}.`;
  return `Too few for a percentage. ${sayInDays([current, previous], days)}.`;
}

/** "1,781 in 275 days against 2,269 in 365". */
export function sayInDays([current, previous]: readonly [number, number], days: readonly [number, number]): string {
  const [now, before] = days.map(wholeNumber);
  return `${wholeNumber(current)} in ${now} days against ${wholeNumber(previous)} in ${before}`;
}

/** "11 fewer", "3 more", "As many as before". */
export function sayCountChange(current: number, previous: number): string {
  if (current === previous) return 'As many as before';
  return `${wholeNumber(Math.abs(current - previous))} ${current < previous ? 'fewer' : 'more'}`;
}

function sayRatio(ratio: number | null): string {
  if (ratio === null) return 'any number more';
  if (ratio === 1) return 'as many';
  return `${sayAmount(ratio)} ${ratio < 1 ? 'fewer' : 'more'}`;
}

/** How far from as many, in percent: whole, but never "0%". */
function sayAmount(ratio: number | null): string {
  if (ratio === null) return 'any number';
  const amount = Math.abs(ratio - 1) * 100;
  if (Math.round(amount) >= 1) return `${wholeNumber(amount)}%`;
  return amount >= 0.05 ? `${amount.toFixed(1)}%` : 'less than 0.1%';
}
