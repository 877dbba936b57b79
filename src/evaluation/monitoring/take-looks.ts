import type { Month } from '../../lib/calendar/month.ts';
import type { Look, State } from '../model.ts';
import { becauseOf } from './because-of.ts';
import type { LooksAsked, LooksTaken } from './model.ts';
import { type Side, type SideLook, sideOfLooks } from './side-of-looks.ts';
import { stateAtLook } from './state-at-look.ts';

/**
 * Takes every look whose figures are in, by the stop rule: harm is called as soon as the group is among those whose
 * outcome worsened most, with a rate spent as Pocock would, benefit among those where it bettered most, with one spent as
 * O'Brien and Fleming would. What is called stays called.
 */
export function takeLooks(asked: LooksAsked): LooksTaken {
  const harmSign = asked.polarity === 'more is better' ? -1 : 1;
  const sides = {
    harm: sideOfLooks(asked, { sign: harmSign, rate: asked.rates.harm, spending: 'Pocock' }),
    benefit: sideOfLooks(asked, {
      sign: harmSign === 1 ? -1 : 1,
      rate: asked.rates.benefit,
      spending: "O'Brien and Fleming",
    } satisfies Side),
  };
  const rateFrom = [sides.harm, sides.benefit].some((side) => side.rateFrom === 'model') ? 'model' : 'lot';
  const called = { harm: calledAt(asked.looks, sides.harm.looks), benefit: calledAt(asked.looks, sides.benefit.looks) };
  const looks = asked.looks.map((month, look): Look => {
    const at = (line: number | null | undefined) => percentAt(asked, line ?? null, look);
    const figures = {
      month,
      percent: asked.percentOf(asked.estimates[look] ?? 0, look),
      asMuch: asMuchAt(asked, look),
      harmAt: at(sides.harm.looks[look]?.line),
      benefitAt: at(sides.benefit.looks[look]?.line),
      rateFrom,
      modelRate: modelRateOf([sides.harm.looks[look], sides.benefit.looks[look]]),
    } as const;
    const standing = {
      role: asked.role,
      last: look === asked.fractions.length - 1,
      harmCalled: called.harm !== null && called.harm <= month ? called.harm : null,
      benefitCalled: called.benefit !== null && called.benefit <= month ? called.benefit : null,
      futile: isFutile(asked, harmSign, look),
    };
    const state = stateAtLook(standing);
    return { ...figures, state, because: becauseOf({ asked, look, figures, standing, state }) };
  });
  const latest = looks.at(-1);
  const none = { state: 'continue' as State, because: 'No look has been taken yet.' };
  return { looks, state: latest?.state ?? none.state, because: latest?.because ?? none.because };
}

function calledAt(months: readonly Month[], looks: readonly SideLook[]): Month | null {
  return months[looks.findIndex(({ crossed }) => crossed)] ?? null;
}

function percentAt({ percentOf }: LooksAsked, line: number | null, look: number): number | null {
  if (line === null) return null;
  const percent = percentOf(line, look);
  return Number.isFinite(percent) ? percent : null;
}

/** Either side is called at most as often as both together. */
function modelRateOf(sides: readonly (SideLook | undefined)[]): number | null {
  const rates = sides.flatMap((side) => side?.modelRate ?? []);
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0);
}

/** Groups without a treated area that had gone as far the same way, standardised. */
function asMuchAt({ paths, own, elsewhere }: LooksAsked, look: number): { moved: number; of: number } {
  const ownValue = paths[own]?.[look] ?? 0;
  const far = (path: readonly number[]) => Math.sign(ownValue) * (path[look] ?? 0) >= Math.abs(ownValue);
  return { moved: elsewhere.filter(far).length, of: elsewhere.length };
}

/** Whether the smallest improvement worth having is no longer plausible. */
function isFutile({ intervals, minimumEffectPercent, rates }: LooksAsked, harmSign: 1 | -1, look: number): boolean {
  const interval = intervals[look];
  if (!interval || rates.benefit === 0) return false;
  const best = harmSign === 1 ? -interval.low : interval.high;
  return best < minimumEffectPercent;
}
