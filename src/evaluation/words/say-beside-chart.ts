import type { OutcomeFigures, OutcomeSetting } from './model.ts';
import { sayCalled } from './say-called.ts';
import { sayAsMuch, sayLot } from './say-chance.ts';
import { sayDoubts } from './say-doubts.ts';
import { sayFigure } from './say-figure.ts';
import { sayMethods } from './say-methods.ts';
import { saySmallest } from './say-smallest.ts';

/**
 * The few sentences that stand beside an outcome's chart: what was recorded, what others did, what was called, the doubts,
 * the chance, the other methods and the smallest change seen. All the others are in its sentences.
 * @param led whether a paragraph above leads with this outcome, so that it is not said twice
 */
export function sayBesideChart(outcome: OutcomeFigures, setting: OutcomeSetting, led: boolean): string[] {
  const { primary } = outcome;
  if (primary === null) return [sayFigure(outcome)];
  const called = sayCalled(outcome, setting.outcomesJudged, setting.rule);
  const lot = sayLot(primary, setting);
  return [
    ...(led ? [] : [sayFigure(outcome), ...(primary.asMuch === null ? [] : [sayAsMuch(primary.asMuch, setting)])]),
    ...(led || called === null ? [] : [called]),
    ...(led ? [] : sayDoubts(outcome).map(({ text }) => text)),
    ...(lot === null ? [] : [lot]),
    ...sayMethods(outcome, setting),
    saySmallest(outcome),
  ];
}
