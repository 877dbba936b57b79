import { monthName } from '../../lib/calendar/month.ts';
import type { ControlChart, HeldLimits } from './model.ts';
import { heldOver, LEAST_POINTS } from './segments-of.ts';

/**
 * What became of each entry about the months that limits are taken from: where it has no effect, why. An entry that was well
 * chosen may lose its effect later, by other figures or a later entry.
 * @param held entries that stand, the latest last
 */
export function sayHeldLimits(
  { kind, segments }: Pick<ControlChart, 'kind' | 'segments'>,
  held: readonly HeldLimits[],
): string[] {
  const chosen = segments.map(({ from, to }, turn) => heldOver(held, from, to, turn === 0));
  return held.map((each) => {
    const { from, to } = each;
    const ofIts = segments.filter((_, at) => chosen[at] === each);
    const because =
      kind === 'g'
        ? 'what is this rare takes them from the first months with any'
        : ofIts.length === 0
          ? 'no months shown are judged by them: they lie after those, or another entry or a step change stands between'
          : ofIts.every(({ baseline }) => baseline === null)
            ? `fewer than ${LEAST_POINTS} ordinary figures are held in them`
            : null;
    const reason = /[.!?]$/.test(each.reason) ? each.reason : `${each.reason}.`;
    return because === null
      ? `Limits were set to be held from ${monthName(from)} to ${monthName(to)}: ${reason}`
      : `Limits entered from ${monthName(from)} to ${monthName(to)} (${reason.replace(/[.]$/, '')}) are not used, because ${because}.`;
  });
}
