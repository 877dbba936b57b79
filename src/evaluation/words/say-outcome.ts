import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { numberWord } from '../../ui/number-word.ts';
import { certaintyOf } from './certainty.ts';
import type { OutcomeFigures, OutcomeSetting } from './model.ts';
import { sayChange, sayPercent } from './say-amount.ts';
import { sayCalled } from './say-called.ts';
import { sayAsMuch, sayLot, sayTogether } from './say-chance.ts';
import { sayDoubts } from './say-doubts.ts';
import { sayFigure, sayFits } from './say-figure.ts';
import { sayMethods } from './say-methods.ts';
import { saySmallest } from './say-smallest.ts';

/**
 * What one outcome comes to, a sentence or two each, in the order in which they are read: what was recorded, what fits, what
 * came of the same question asked elsewhere, what was called, the doubts, what could have been seen, the chance by lot, and
 * what else to know.
 */
export function sayOutcome(outcome: OutcomeFigures, setting: OutcomeSetting): string[] {
  const { primary, adjustedP } = outcome;
  const hindsight =
    setting.kind === 'retrospective' ? ['This was worked out in hindsight, by a charter that nobody had agreed.'] : [];
  const figure = [sayFigure(outcome)];
  if (primary === null) return [...figure, saySmallest(outcome), ...sayBreaks(outcome, setting), ...hindsight];
  const called = sayCalled(outcome, setting.outcomesJudged, setting.rule);
  return [
    ...figure,
    ...one(sayFits(outcome)),
    ...(primary.asMuch === null ? [] : [sayAsMuch(primary.asMuch, setting)]),
    ...(called === null ? sayMeaning(outcome) : [called, CAUSE]),
    ...sayDoubts(outcome).map(({ text }) => text),
    saySmallest(outcome),
    ...one(sayLot(primary, setting)),
    ...(called === null ? one(sayTogether(adjustedP, setting.outcomesJudged)) : []),
    ...sayMethods(outcome, setting),
    ...sayWithoutOne(outcome, setting),
    ...sayPoorFit(outcome),
    ...sayDrift(outcome),
    ...sayBreaks(outcome, setting),
    ...sayCounting(setting),
    ...(outcome.role === 'context' ? ['It is shown as context: the stop rule does not go by it.'] : []),
    ...hindsight,
  ];
}

/** Said beside every change that is clear, or called. */
export const CAUSE = 'This does not show that the pilot caused it.';

const one = (sentence: string | null): string[] => (sentence === null ? [] : [sentence]);

/** What a clear change means and does not mean. */
function sayMeaning(outcome: OutcomeFigures): string[] {
  const certainty = certaintyOf(outcome);
  if (certainty === 'clear') {
    return ['So something happened here that did not happen there.', CAUSE];
  }
  if (certainty === 'clear alone') {
    return ['Taken alone it is clear of chance; among all the outcomes looked at it could be chance.'];
  }
  return [];
}

function sayWithoutOne({ leaveOneOut, primary }: OutcomeFigures, { areas }: OutcomeSetting): string[] {
  const percent = primary?.percent ?? null;
  if (leaveOneOut === null || percent === null) return [];
  if (leaveOneOut.low > 0 === leaveOneOut.high > 0) return [];
  const range = `${sayChange(leaveOneOut.low)} and ${sayChange(leaveOneOut.high)}`;
  return [`It hangs on single comparison ${areas.many}: with one left out it lies between ${range}.`];
}

function sayPoorFit({ primary, group }: OutcomeFigures): string[] {
  const own = primary?.preRmspePercent ?? null;
  const usual = primary?.medianPreRmspePercent ?? null;
  if (own === null || usual === null || own <= 2 * usual) return [];
  return [
    `Before the start the comparison was ${sayPercent(own)} off in a usual month for ${group}, against ${sayPercent(usual)} elsewhere: it is a poor match.`,
  ];
}

function sayDrift({ expectedDriftPercent }: OutcomeFigures): string[] {
  if (expectedDriftPercent === null || Math.abs(expectedDriftPercent) < 0.5) return [];
  return [
    `The areas were chosen for being high on this, and what is high tends to come down by itself: about ${sayChange(expectedDriftPercent)} was to be expected anyway.`,
  ];
}

/** When the figures broke within the months that are used; what broke is said once, for the whole evaluation. */
function sayBreaks({ months, judged }: OutcomeFigures, { breaks }: OutcomeSetting): string[] {
  const first = months[0]?.month ?? judged?.from;
  const last = judged?.to ?? months.at(-1)?.month;
  if (first === undefined || last === undefined) return [];
  const within = breaks.filter(({ month }) => month > first && month <= last).map(({ month }) => monthName(month));
  if (within.length === 0) return [];
  return [`To know of the figures: something changed in ${andList(within)}, and the remarks say what.`];
}

function sayCounting({ scale, transitionMonths }: OutcomeSetting): string[] {
  return [
    ...(scale === 'rate' ? ['Areas are compared by their rates per 1,000, not by their counts.'] : []),
    ...(transitionMonths > 0 ? [sayTransition(transitionMonths)] : []),
  ];
}

function sayTransition(months: number): string {
  return months === 1
    ? 'The first month, the transition, is left out.'
    : `The first ${numberWord(months)} months, the transition, are left out.`;
}
