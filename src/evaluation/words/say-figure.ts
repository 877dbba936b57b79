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
 * @returns one sentence, ended
 */
export function sayFigure(outcome: OutcomeFigures): string {
  const { primary, group } = outcome;
  const percent = primary?.percent ?? null;
  if (primary === null || percent === null) return sayNoFigure(outcome);
  const certainty = certaintyOf(outcome);
  const nouns = countedNoun(outcome);
  if (certainty === 'could be chance' || certainty === 'no range') {
    const fits =
      primary.interval === null
        ? 'so few comparison areas give no range, and so any change fits'
        : `anything from ${sayRange(primary.interval)} than the comparison suggests fits (a ${sayLevel(primary.interval.level)} range)`;
    return `We cannot tell whether ${group} recorded more or fewer ${nouns} than otherwise: ${lowerFirst(saySpan(outcome.judged))} ${fits}${sayEarlier(outcome)}. The estimate itself is ${sayChange(percent)}.`;
  }
  return `${saySpan(outcome.judged)} ${group} recorded ${sayMore(outcome, percent, nouns)}${sayWorth(outcome.polarity, percent)}.`;
}

/** The range that fits, where the figure's own sentence does not have it: null for what cannot be told. */
export function sayFits({ primary, adjustedP }: OutcomeFigures): string | null {
  const interval = primary?.interval ?? null;
  const certainty = certaintyOf({ primary, adjustedP });
  if (interval === null || certainty === 'could be chance') return null;
  return `Anything from ${sayRange(interval)} fits these figures (a ${sayLevel(interval.level)} range).`;
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
