import { lastDay } from './days.ts';
import type { HeldAbsence, HeldPosting, Seat } from './model.ts';

/** A posting as its file writes it. */
export function postingAsWritten(
  posting: Pick<HeldPosting, 'fraction' | 'kind' | 'during' | 'returnsOn' | 'fromUnit'>,
  of: { officer: string; post: string },
) {
  return {
    ...of,
    fraction: posting.fraction,
    kind: posting.kind,
    first_day: posting.during.from,
    last_day: lastDay(posting.during),
    returns_on: posting.returnsOn,
    from_unit: posting.fromUnit,
  };
}

/** What names a posting in the history: its officer, its post and its first day. */
export const postingReference = (of: { officer: string; post: string }, from: string): string =>
  `${of.officer} ${of.post} ${from}`;

export function absenceAsWritten({ kind, during }: Pick<HeldAbsence, 'kind' | 'during'>, officer: string) {
  return { officer, kind, first_day: during.from, last_day: lastDay(during) };
}

export function seatAsWritten(seat: Omit<Seat, 'id' | 'version'>) {
  return {
    reference: seat.reference,
    title: seat.title,
    rank: seat.rank,
    strand: seat.strand,
    duty: seat.duty,
    full_time_equivalents: seat.fullTimeEquivalents,
    boroughs: seat.boroughs,
    wards: seat.wards,
    boundary_version: seat.boundaryVersion,
    ward_class: seat.wardClass,
    expected_filled: seat.expectedFilled,
    first_day: seat.during.from,
    last_day: lastDay(seat.during),
  };
}
