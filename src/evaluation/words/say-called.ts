import { monthName } from '../../lib/calendar/month.ts';
import { numberWord } from '../../ui/number-word.ts';
import type { Look } from '../model.ts';
import { certaintyOf } from './certainty.ts';
import type { OutcomeFigures, RuleInForce } from './model.ts';
import { sayOdds } from './say-amount.ts';

/**
 * That harm or benefit was called at a look, joined with what is left of it at the end when all outcomes are allowed for, so
 * that the two do not seem to contradict each other. Where no rule was in force nothing was called, and it says so.
 * @returns null where no boundary was crossed
 */
export function sayCalled(outcome: OutcomeFigures, outcomesJudged: number, rule: RuleInForce): string | null {
  const crossed = crossedAt(outcome);
  if (crossed === undefined) return null;
  const on = ` on the figures to ${monthName(crossed.month)}`;
  return `${sayCrossed(sideOf(crossed), on, rule)}${sayAtTheEnd(outcome, outcomesJudged)}.`;
}

/** The same without the look at which it was called. */
export function sayCalledShortly(outcome: OutcomeFigures, outcomesJudged: number, rule: RuleInForce): string | null {
  const crossed = crossedAt(outcome);
  if (crossed === undefined) return null;
  return `${sayCrossed(sideOf(crossed), '', rule)}${sayAtTheEnd(outcome, outcomesJudged)}.`;
}

const crossedAt = ({ looks }: OutcomeFigures): Look | undefined =>
  looks.find(({ state }) => state === 'harm boundary crossed' || state === 'benefit shown');

const sideOf = ({ state }: Look): 'harm' | 'benefit' => (state === 'benefit shown' ? 'benefit' : 'harm');

function sayCrossed(what: 'harm' | 'benefit', on: string, rule: RuleInForce): string {
  if (rule === 'none') return `Had the rule been in force, the boundary of ${what} would have been crossed${on}`;
  const named = what === 'harm' ? 'Harm' : 'Benefit';
  return rule === 'looks back'
    ? `${named} would have been called${on} by the charter’s rule for the looks`
    : `${named} was called${on} by the rule agreed for the looks`;
}

/** "; at the end, allowing for all five outcomes, a change so large has a chance of about 1 in 18"; nothing where clear. */
function sayAtTheEnd(outcome: OutcomeFigures, outcomesJudged: number): string {
  const chance = outcome.adjustedP ?? outcome.primary?.pValue ?? null;
  if (chance === null || certaintyOf(outcome) === 'clear') return '';
  const all = outcomesJudged === 2 ? 'both' : `all ${numberWord(outcomesJudged)}`;
  const allowing = outcomesJudged < 2 ? '' : `, allowing for ${all} outcomes`;
  return `; at the end${allowing}${allowing && ','} a change so large has a chance of ${sayOdds(chance)}`;
}
