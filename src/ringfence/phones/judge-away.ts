import type { Absence, OrderedBy } from '../model.ts';
import type { Reason } from '../reasons.ts';

const MINUTE = 60_000;
/** Two that begin or end within so many minutes of each other are the same, recorded by two people. */
const SAME_MINUTES = 5;

/** An absence with the phone that recorded it; null where it was recorded on a page. */
export interface RecordedAbsence {
  absence: Absence;
  device: string | null;
}

/** A record that an officer was called away, its time put right. */
export interface AwaySaid {
  /** Whole minute. */
  from: Date;
  reason: Reason;
  orderedBy: OrderedBy | null;
  device: string;
}

/** What a record of being called away is, beside what is recorded of its duty already. */
export type AwayJudged =
  /** from: a minute later than it was pressed where the last absence ended in that minute. */
  | { kind: 'new'; from: Date }
  /** Somebody had recorded it. */
  | { kind: 'same'; absence: Absence }
  /** Somebody had recorded another thing of that time. */
  | { kind: 'differs'; absence: Absence }
  /** The same phone says that its officer left twice: it has said when they were back between, and that is on its way. */
  | { kind: 'before-back'; absence: Absence };

/** Whether two instants are so near that two people meant one. */
export const isSameMoment = (one: Date, other: Date): boolean =>
  Math.abs(one.getTime() - other.getTime()) <= SAME_MINUTES * MINUTE;

/**
 * Tells what a record of being called away is. A phone knows what was recorded on it: two records of one phone are two
 * absences, however near, and what is near from another phone is the same absence again.
 * @param recorded absences of the duty; those withdrawn are passed over
 */
export function judgeAway(said: AwaySaid, recorded: readonly RecordedAbsence[]): AwayJudged {
  const standing = recorded.filter(({ absence }) => absence.standing !== 'withdrawn');
  const over = standing.find(({ absence: { from, to } }) => from <= said.from && (to === null || to > said.from));
  if (over !== undefined)
    return over.device === said.device ? ofOnePhone(said, over.absence) : ofTwo(said, over.absence);
  const near = standing.find(
    ({ absence, device }) =>
      device !== said.device && absence.from > said.from && isSameMoment(absence.from, said.from),
  );
  return near === undefined ? { kind: 'new', from: said.from } : ofTwo(said, near.absence);
}

function ofOnePhone({ from }: AwaySaid, absence: Absence): AwayJudged {
  if (absence.to === null) return { kind: 'before-back', absence };
  // Away and back in one minute counts as one minute, so that the next begins in the same one as it was pressed.
  if (absence.to.getTime() - from.getTime() <= MINUTE) return { kind: 'new', from: absence.to };
  return { kind: 'differs', absence };
}

function ofTwo(said: AwaySaid, absence: Absence): AwayJudged {
  const order = said.orderedBy === null || said.orderedBy === absence.order?.by;
  const same = order && said.reason === absence.reason && isSameMoment(said.from, absence.from);
  return { kind: same ? 'same' : 'differs', absence };
}
