import { findRank } from '../reference/ranks.ts';

/** Who a ward is promised: dedicated ward officers and PCSOs. */
export const WARD_KINDS = ['dwo', 'pcso'] as const;
export type WardKind = (typeof WARD_KINDS)[number];

/** What every ward is promised on a date. */
export type WardFloor = Record<WardKind, number>;

const CONSTABLE = 1;

/** What someone of a rank counts as in a ward team; null: a sergeant leads the team and is none of its promised officers. */
export function wardKindOf(rank: string): WardKind | null {
  const found = findRank(rank);
  if (found?.order === CONSTABLE) return 'dwo';
  return found?.rank === 'PCSO' ? 'pcso' : null;
}
