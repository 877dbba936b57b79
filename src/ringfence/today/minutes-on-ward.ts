import type { AbsenceToday } from './model.ts';

/** A stretch of a duty so far, in whole minutes from its start. */
export interface Stretch {
  kind: 'ward' | 'away';
  from: number;
  to: number;
}

/** How far a duty has come. All whole minutes. */
export interface DutySoFar {
  stands: 'to come' | 'under way' | 'over';
  /** Of the whole duty. */
  length: number;
  onWard: number;
  away: number;
  left: number;
  /** In order, from the start to now. */
  stretches: readonly Stretch[];
}

const MINUTE = 60_000;

/**
 * Minutes of a duty that were spent on the ward so far, and away from it: whoever is away counts as away until they are
 * back or the duty ends.
 */
export function minutesOnWard(
  duty: { from: string; to: string; absences: readonly Pick<AbsenceToday, 'from' | 'to'>[] },
  now: Date,
): DutySoFar {
  const start = Date.parse(duty.from);
  const minuteOf = (instant: number) => Math.floor((instant - start) / MINUTE);
  const length = minuteOf(Date.parse(duty.to));
  const until = Math.min(Math.max(minuteOf(now.getTime()), 0), length);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to } of duty.absences.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const left = Math.min(Math.max(minuteOf(Date.parse(from)), at), until);
    const back = to === null ? until : Math.min(Math.max(minuteOf(Date.parse(to)), left), until);
    if (left > at) stretches.push({ kind: 'ward', from: at, to: left });
    if (back > left) stretches.push({ kind: 'away', from: left, to: back });
    at = Math.max(at, back);
  }
  if (until > at) stretches.push({ kind: 'ward', from: at, to: until });
  const sum = (kind: Stretch['kind']) =>
    stretches.filter((each) => each.kind === kind).reduce((minutes, each) => minutes + each.to - each.from, 0);
  const stands = now.getTime() < start ? 'to come' : now.getTime() < Date.parse(duty.to) ? 'under way' : 'over';
  return { stands, length, onWard: sum('ward'), away: sum('away'), left: length - until, stretches };
}
