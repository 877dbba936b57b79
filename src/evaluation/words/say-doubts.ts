import { monthName } from '../../lib/calendar/month.ts';
import { certaintyOf } from './certainty.ts';
import type { OutcomeFigures } from './model.ts';

/** Chance, by shuffling months, from which it is said beside an estimate that is clear by shuffling areas. */
const LARGE_CHANCE = 0.1;

/** A sentence, and the same in fewer words. */
interface Doubt {
  text: string;
  shorter: string;
}

/**
 * What speaks against an estimate that is clear of chance, or that was called: a pretended earlier start that gives as much,
 * and a large chance when months are shuffled instead of areas. A sentence each; none for what could be chance anyhow.
 */
export function sayDoubts(outcome: OutcomeFigures): Doubt[] {
  const { primary, inTime, conformalP, looks } = outcome;
  const percent = primary?.percent ?? null;
  const called = looks.some(({ state }) => state === 'harm boundary crossed' || state === 'benefit shown');
  const certainty = certaintyOf(outcome);
  if (percent === null || (!called && certainty !== 'clear' && certainty !== 'clear alone')) return [];
  const whole = (change: number): number => Math.round(Math.abs(change));
  const pretended = inTime
    .filter((start) => whole(start.percent) >= whole(percent))
    .toSorted((one, other) => whole(other.percent) - whole(one.percent))[0];
  const way = pretended !== undefined && pretended.percent * percent < 0 ? ' the other way' : '';
  return [
    ...(pretended === undefined
      ? []
      : [
          {
            text: `The same method found as much${way} from a pretend start in ${monthName(pretended.start)}, when nothing had begun.`,
            shorter: `A pretend start in ${monthName(pretended.start)} gave as much${way}.`,
          },
        ]),
    ...(conformalP !== null && conformalP > LARGE_CHANCE
      ? [sayShuffled(Math.min(99, Math.round(conformalP * 100)))]
      : []),
  ];
}

const sayShuffled = (times: number): Doubt => ({
  text: `Shuffling months instead of areas gives a change as large ${times} times in 100.`,
  shorter: `Shuffling months gives as much ${times} times in 100.`,
});
