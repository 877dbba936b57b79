import { countWords } from '../../ui/count-words.ts';
import type { Charter, CharterOutcome } from '../model.ts';
import { sayPercent } from '../words/say-amount.ts';
import type { LengthPower, OutcomePower, SmallestSeen } from './model.ts';
import { sayInHundred } from './say-power.ts';

/** What a pilot could see, as lines on a terminal: by outcome and length, with warnings of what it would miss and of drift. */
export function powerLines(charter: Pick<Charter, 'title' | 'outcomes'>, powers: readonly OutcomePower[]): string[] {
  const outcomeOf = ({ measure }: OutcomePower) => charter.outcomes.find((outcome) => outcome.measure === measure);
  const told = powers.filter(({ refused }) => refused === null);
  return [
    charter.title,
    'The smallest lasting change that a pilot would call with a chance of four in five:',
    ...eachOnce(told.map(({ tried }) => tried)),
    ...told.flatMap((power) => [
      '',
      `${power.title}, ${power.group}`,
      ...power.lengths.map((length) => lengthLine(length, outcomeOf(power)?.role === 'primary')),
      ...(power.drift === null ? [] : [`  ${power.drift.because}`]),
      ...power.warnings.map((warning) => `  ${warning}`),
    ]),
    '',
    ...told.flatMap((power) => boundLine(outcomeOf(power), power)),
    ...eachOnce(powers.flatMap(({ refused }) => refused ?? [])),
  ];
}

const eachOnce = (sentences: readonly string[]): string[] => [...new Set(sentences)];

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

/** How likely the charter's own bounds are to be seen, in the longest pilot that could be tried. */
function boundLine(outcome: CharterOutcome | undefined, { title, group, lengths }: OutcomePower): string[] {
  const longest = lengths.findLast(({ refused }) => refused === null);
  if (!longest || !outcome) return [];
  const { chanceOfHarmBound, chanceOfMinimumEffect, months } = longest;
  const harm = `a worsening of ${sayPercent(outcome.harmBoundPercent)} would be called with a chance of ${sayInHundred(chanceOfHarmBound ?? 0)}`;
  const benefit =
    outcome.role === 'primary'
      ? `, and a betterment of ${sayPercent(outcome.minimumEffectPercent)} with one of ${sayInHundred(chanceOfMinimumEffect ?? 0)}`
      : '';
  return [`${title}, ${group}: in ${countWords(months, 'month')} ${harm}${benefit}.`];
}
