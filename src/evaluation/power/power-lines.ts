import { countWords } from '../../ui/count-words.ts';
import type { Charter } from '../model.ts';
import { sayPercent } from '../words/say-amount.ts';
import type { LengthPower, OutcomePower, SmallestSeen } from './model.ts';

/** What a pilot could see, as lines on a terminal: by outcome and length, and the warning of drift. */
export function powerLines(charter: Pick<Charter, 'title' | 'outcomes'>, powers: readonly OutcomePower[]): string[] {
  const isPrimary = ({ measure }: OutcomePower): boolean =>
    charter.outcomes.find((outcome) => outcome.measure === measure)?.role === 'primary';
  return [
    charter.title,
    'The smallest lasting change that a pilot would call with a chance of four in five, tried on months before the start:',
    ...powers.flatMap((power) => [
      '',
      `${power.title}, ${power.group}`,
      ...power.lengths.map((length) => lengthLine(length, isPrimary(power))),
      ...driftLines(power),
    ]),
    '',
    ...boundLines(charter, powers),
  ];
}

/** Betterment is looked for by the stop rule in primary outcomes only. */
function lengthLine({ months, refused, once, looks }: LengthPower, isLookedFor: boolean): string {
  const head = `  ${countWords(months, 'month')}:`;
  if (refused !== null || once === null || looks === null) return `${head} ${refused ?? ''}`;
  return `${head} by the stop rule ${isLookedFor ? saySeen(looks) : `${sayOne(looks.worse)} for the worse`}; judged once at the end ${saySeen(once)}.`;
}

function saySeen({ worse, better }: SmallestSeen): string {
  return `${sayOne(worse)} for the worse, ${sayOne(better)} for the better`;
}

const sayOne = (percent: number | null): string => (percent === null ? 'none' : sayPercent(percent));

function driftLines({ drift }: OutcomePower): string[] {
  return drift === null ? [] : [`  ${drift.because}`];
}

/** How likely the charter's own bounds are to be seen, in the longest pilot that could be tried. */
function boundLines({ outcomes }: Pick<Charter, 'outcomes'>, powers: readonly OutcomePower[]): string[] {
  return powers.flatMap(({ title, group, measure, lengths }) => {
    const longest = lengths.findLast(({ refused }) => refused === null);
    const outcome = outcomes.find((each) => each.measure === measure);
    if (!longest || !outcome) return [];
    const { chanceOfHarmBound, chanceOfMinimumEffect, months } = longest;
    const harm = `a worsening of ${sayPercent(outcome.harmBoundPercent)} would be called with a chance of ${inHundred(chanceOfHarmBound)}`;
    const benefit =
      outcome.role === 'primary'
        ? `, and a betterment of ${sayPercent(outcome.minimumEffectPercent)} with one of ${inHundred(chanceOfMinimumEffect)}`
        : '';
    return [`${title}, ${group}: in ${countWords(months, 'month')} ${harm}${benefit}.`];
  });
}

const inHundred = (chance: number | null): string => `${Math.round((chance ?? 0) * 100)} in 100`;
