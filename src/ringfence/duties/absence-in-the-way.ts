import type { Absence, TimeSpan } from '../model.ts';

const MINUTE = 60_000;

/** Why a duty cannot be given another time, with the absence that is in the way and its time as it counts now. */
export interface InTheWay {
  /** own-order: its minutes would be others, and whoever acts ordered it; open: nobody has said yet when they were back. */
  kind: 'own-order' | 'open' | 'outside';
  absence: Absence;
  away: TimeSpan;
}

/**
 * The first absence of a duty that is in the way of another time of it: whoever ordered an absence changes no minute of it
 * by way of its duty, and for nobody else does one come to lie outside. One without an end counts to the end of the duty.
 * @param of.absences  of the duty; those withdrawn are passed over
 * @param of.ownOrders ids of those that whoever acts ordered
 */
export function absenceInTheWay(of: {
  before: TimeSpan;
  after: TimeSpan;
  absences: readonly Absence[];
  ownOrders: ReadonlySet<string>;
}): InTheWay | null {
  const { before, after, ownOrders } = of;
  const standing = of.absences.filter((absence) => absence.standing !== 'withdrawn');
  const own = standing.find(
    (absence) => ownOrders.has(absence.id) && minutesOf(absence, before) !== minutesOf(absence, after),
  );
  if (own !== undefined) return { kind: 'own-order', absence: own, away: awayIn(own, before) };
  const outside = standing.find((absence) => {
    const { from, to } = awayIn(absence, before);
    return from < after.from || to > after.to;
  });
  if (outside === undefined) return null;
  return { kind: outside.to === null ? 'open' : 'outside', absence: outside, away: awayIn(outside, before) };
}

const awayIn = ({ from, to }: Absence, duty: TimeSpan): TimeSpan => ({ from, to: to ?? duty.to });

function minutesOf(absence: Absence, duty: TimeSpan): number {
  const { from, to } = awayIn(absence, duty);
  const [begins, ends] = [Math.max(from.getTime(), duty.from.getTime()), Math.min(to.getTime(), duty.to.getTime())];
  return Math.max(0, ends - begins) / MINUTE;
}
