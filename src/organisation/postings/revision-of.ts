import { lastDay } from './days.ts';
import type { HeldAbsence, HeldPosting, Member, Seat } from './model.ts';

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

/** What names a posting in the history, as an import of the book has it. */
export const postingReference = (of: { officer: string; post: string }, from: string): string =>
  `posting of ${of.officer} to ${of.post} from ${from}`;

/** What names an absence in the history, as an import of the book has it. */
export const absenceReference = (officer: string, { kind, during }: Pick<HeldAbsence, 'kind' | 'during'>): string =>
  `${kind} of ${officer} from ${during.from}`;

/** What names an officer's rank in the history, as an import of the book has it. */
export const rankReference = (officer: string, { rank, during }: Member['ranks'][number]): string =>
  `officer ${officer} as ${rank} from ${during.from}`;

/** An officer in a rank, as their file writes it. */
export function rankAsWritten(
  { reference, name }: Pick<Member, 'reference' | 'name'>,
  { rank, during }: Member['ranks'][number],
) {
  return { reference, name, rank, first_day: during.from, last_day: lastDay(during) };
}

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
