import type { PostBook } from '../post-book.ts';
import { isRecorded, recordedSince } from './recorded-since.ts';
import type { WardFloor } from './ward-kind.ts';
import { type WardStrength, wardStrengthOn } from './ward-strength.ts';
import { wardTeams } from './ward-teams.ts';

/**
 * What wards have against their floor on a date, by name: those of the boroughs of which the book says by then who is posted.
 * Of any other nobody knows whether it is below.
 * @param floor what every ward is promised on the date
 */
export function recordedWardsOn(book: PostBook, date: string, floor: WardFloor): WardStrength[] {
  const since = recordedSince(wardTeams(book));
  return wardStrengthOn(book, date, floor).filter(({ boroughCode }) => isRecorded(since, boroughCode, date));
}
