import { type Problem, Refused, refuseIf } from '../../lib/refused.ts';
import { SumTooGreat, withinTheSum } from '../../platform/concurrency/index.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Days } from '../post-book.ts';
import type { Change } from './change-book-service.ts';
import { daysProblem } from './days-problem.ts';
import type { HeldPosting, Member, Seat } from './model.ts';
import { insertPosting, readPostingsOfPosts } from './postings-store.ts';
import { rankProblem } from './rank-problem.ts';
import { postingAsWritten, postingReference } from './revision-of.ts';
import { seatProblem } from './seat-problem.ts';

/** A posting that is asked for. */
export interface Wanted {
  fraction: number;
  kind: HeldPosting['kind'];
  during: Days;
  returnsOn: string | null;
  fromUnit: string | null;
}

const about = (field: string, sentence: string | null): Problem | null =>
  sentence === null ? null : { field, sentence };

/**
 * Puts an officer into a post that is locked already.
 * @throws Refused when rank, days or the room in the post forbid it, or the officer would be posted above one
 */
export async function placeOfficer(
  { trx, revise }: Change,
  officer: Pick<Member, 'id' | 'reference' | 'name' | 'ranks'>,
  seat: Seat,
  wanted: Wanted,
): Promise<void> {
  const { kind, during } = wanted;
  const others = await readPostingsOfPosts(trx, [seat.id]);
  refuseIf([
    about('kind', rankProblem(officer, seat, { from: during.from, kind })),
    about('from', daysProblem(seat, during)),
    about('fraction', seatProblem(seat, others, wanted)),
  ]);
  await neverAboveOne(officer, trx, () => insertPosting(trx, { ...wanted, officer: officer.id, post: seat.id }));
  const of = { officer: officer.reference, post: seat.reference };
  const reference = postingReference(of, during.from);
  await revise({ unit: seat.unit, kind: 'postings', reference, before: null, after: postingAsWritten(wanted, of) });
}

/** Writes of an officer's postings; what would make them more than one whole is refused beside the fraction. */
export async function neverAboveOne<Result>(
  officer: Pick<Member, 'reference' | 'name'>,
  trx: Change['trx'],
  write: () => Promise<Result>,
): Promise<Result> {
  const say = ({ from, sum }: { from: string | null; sum: string }) =>
    `${officer.name} (${officer.reference}) would be posted ${Number(sum)} ${from === null ? 'in all' : `from ${longDate(from)}`}: give all their postings together at most 1.`;
  try {
    return await withinTheSum(trx, { constraint: 'no_officer_is_posted_above_one', say }, write);
  } catch (error) {
    if (!(error instanceof SumTooGreat)) throw error;
    throw new Refused([{ field: 'fraction', sentence: error.message }]);
  }
}
