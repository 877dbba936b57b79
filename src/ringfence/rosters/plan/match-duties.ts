import type { HeldDuty, TargetDuty } from './model.ts';
import { minutesOf, sameTime } from './overlaps.ts';

/**
 * Which duty that is held each duty of a roster is, of one officer: the one at the same time, else the one it shares the
 * most time with, else the only other one of its day. Each is matched once.
 */
export function matchDuties(targets: readonly TargetDuty[], duties: readonly HeldDuty[]): Map<TargetDuty, HeldDuty> {
  const matched = new Map<TargetDuty, HeldDuty>();
  const taken = new Set<HeldDuty>();
  const match = (target: TargetDuty, duty: HeldDuty | undefined) => {
    if (duty === undefined || taken.has(duty) || matched.has(target)) return;
    matched.set(target, duty);
    taken.add(duty);
  };
  const sameDay = (target: TargetDuty) =>
    duties.filter((duty) => !taken.has(duty) && duty.day === target.day && duty.kind === target.kind);
  for (const target of targets)
    match(
      target,
      sameDay(target).find((duty) => isAt(target, duty)),
    );
  const shared = targets
    .filter((target) => !matched.has(target))
    .flatMap((target) => sameDay(target).map((duty) => ({ target, duty, minutes: sharedMinutes(target, duty) })))
    .filter(({ minutes }) => minutes > 0)
    .toSorted((a, b) => b.minutes - a.minutes || a.duty.id - b.duty.id);
  for (const { target, duty } of shared) match(target, duty);
  const left = targets.filter((target) => !matched.has(target));
  for (const target of left) {
    const [only, another] = sameDay(target);
    const alone = left.filter((each) => each.day === target.day && each.kind === target.kind).length === 1;
    if (another === undefined && alone) match(target, only);
  }
  return matched;
}

/** A planned time is that of a duty also where it was worked at another since. */
const isAt = ({ during, planned, worked }: TargetDuty, duty: HeldDuty): boolean =>
  sameTime(during, duty.during) ||
  (!worked && planned !== null && duty.planned !== null && sameTime(planned, duty.planned));

function sharedMinutes({ during }: TargetDuty, duty: HeldDuty): number {
  const from = new Date(Math.max(during.from.getTime(), duty.during.from.getTime()));
  const to = new Date(Math.min(during.to.getTime(), duty.during.to.getTime()));
  return minutesOf({ from, to });
}
