import type { Days } from '../post-book.ts';
import type { Change } from './change-book-service.ts';
import type { HeldPosting, Seat } from './model.ts';
import { neverAboveOne } from './place-officer-service.ts';
import { deletePosting, savePostingDays } from './postings-store.ts';
import { postingAsWritten, postingReference } from './revision-of.ts';

/**
 * Gives a posting other days, or takes it out where none are left.
 * @throws StaleEdit where somebody saved it first
 */
export async function saveDays(
  { trx, revise }: Change,
  {
    held,
    seat,
    version,
    during,
    returnsOn = held.returnsOn,
  }: { held: HeldPosting; seat: Seat; version: number; during: Days | null; returnsOn?: string | null },
): Promise<void> {
  const of = { officer: held.officer.reference, post: seat.reference };
  await neverAboveOne(held.officer, trx, () =>
    savePostingDays(trx, { id: held.id, version }, { during: during ?? held.during, returnsOn }),
  );
  if (during === null) await deletePosting(trx, held.id);
  await revise({
    unit: seat.unit,
    kind: 'postings',
    reference: postingReference(of, held.during.from),
    before: postingAsWritten(held, of),
    after: during === null ? null : postingAsWritten({ ...held, during, returnsOn }, of),
  });
}
