import { monthName } from '../../lib/calendar/month.ts';
import { numberWord } from '../../ui/number-word.ts';
import { certaintyOf } from './certainty.ts';
import { countedNoun } from './counted-noun.ts';
import type { OutcomeFigures } from './model.ts';
import { moreOrFewer, sayAbout, sayAverage, sayChange, sayLevel, sayPercent, sayRange } from './say-amount.ts';

/** "In the 13 months from January 2017"; "In January 2017". */
export function saySpan(judged: OutcomeFigures['judged']): string {
  if (judged === null) return 'In the months judged';
  if (judged.months === 1) return `In ${monthName(judged.from)}`;
  return `In the ${numberWord(judged.months)} months from ${monthName(judged.from)}`;
}

/**
 * What was recorded beside what the comparison suggests, as far as it is clear of chance; else what cannot be told.
 * @param named whether it begins with the name of the group, as a paragraph of it does
 * @returns one sentence or two, ended
 */
export function sayFigure(outcome: OutcomeFigures, { named = false }: { named?: boolean } = {}): string {
  const { primary, group, judged } = outcome;
  const percent = primary?.percent ?? null;
  if (primary === null || percent === null) return `${named ? `${group}. ` : ''}${sayNoFigure(outcome)}`;
  const certainty = certaintyOf(outcome);
  const nouns = countedNoun(outcome);
  const span = lowerFirst(saySpan(judged));
  if (certainty === 'could be chance' || certainty === 'no range') {
    const fits =
      primary.interval === null
        ? 'so few comparison areas give no range, and so any change fits'
        : `anything from ${sayRange(primary.interval)} than the comparison suggests fits (a ${sayLevel(primary.interval.level)} range)`;
    const unclear = named
      ? `${group}: we cannot tell whether more or fewer ${nouns} were recorded than otherwise`
      : `We cannot tell whether ${group} recorded more or fewer ${nouns} than otherwise`;
    return `${unclear}: ${span} ${fits}${sayEarlier(outcome)}. The estimate itself is ${sayChange(percent)}.`;
  }
  const recorded = `recorded ${sayMore(outcome, percent, nouns)}${sayWorth(outcome.polarity, percent)}.`;
  return named ? `${group}, ${span}, ${recorded}` : `${saySpan(judged)} ${group} ${recorded}`;
}

/** The range that fits, where the figure's own sentence does not have it: null for what cannot be told. */
export function sayFits({ primary, adjustedP }: OutcomeFigures): string | null {
  const interval = primary?.interval ?? null;
  const certainty = certaintyOf({ primary, adjustedP });
  if (interval === null || certainty === 'could be chance') return null;
  const side = interval.low >= 0 ? 'more' : 'fewer';
  return `Anything from ${sayRange(interval)} fits these figures (a ${sayLevel(interval.level)} range): the whole range lies on the side of ${side}.`;
}

function sayMore({ primary, earlierAverage }: OutcomeFigures, percent: number, nouns: string): string {
  const way = moreOrFewer(percent);
  const earlier = earlierAverage === null ? '' : `, on an earlier average of ${sayAverage(earlierAverage)}`;
  const perMonth = primary?.perMonth ?? null;
  // A count that rounds to one, or that points the other way than the mean of the logs, is not what a sentence begins with.
  if (perMonth === null || Math.sign(perMonth) !== Math.sign(percent)) {
    return `about ${sayPercent(percent)} ${way} ${nouns} than the comparison suggests${earlier}${earlier && ' a month'}`;
  }
  if (Math.abs(perMonth) < 1.5) {
    return `about ${sayPercent(percent)} ${way} ${nouns} than the comparison suggests, ${sayAbout(perMonth)} a month${earlier}`;
  }
  const [rise, about] = [percent < 0 ? 'fall' : 'rise', sayPercent(percent)];
  return `${sayAbout(perMonth)} ${way} ${nouns} a month than the comparison suggests${earlier}: a ${rise} of about ${about}`;
}

function sayWorth(polarity: OutcomeFigures['polarity'], percent: number): string {
  if (polarity === 'neither') return '';
  return percent > 0 === (polarity === 'more is worse') ? ', for the worse' : ', for the better';
}

function sayEarlier({ earlierAverage }: OutcomeFigures): string {
  return earlierAverage === null ? '' : `, on an earlier average of ${sayAverage(earlierAverage)} a month`;
}

function sayNoFigure({ estimates, title, group }: OutcomeFigures): string {
  const reason = estimates.find(({ refused }) => refused !== null)?.refused;
  const given = estimates.flatMap(({ refused }) => (refused === null ? [refused] : [])).length;
  const others = given === 0 ? '' : ' Other methods give one; the charter does not go by them.';
  return `No figure is given of ${lowerFirst(title)} in ${group}: ${reason ?? 'there are no figures of it.'}${others}`;
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
