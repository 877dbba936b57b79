import { sayReason } from '../team/say-reason.ts';
import { minutesBetween } from './minutes-between.ts';
import type { AbsenceToday, PhoneRecord } from './model.ts';
import { sayMinutes } from './say-minutes.ts';
import { timeOf } from './say-waiting.ts';

/**
 * What a tap has recorded, in one sentence.
 * @param ended the time away that it ends; null where it begins one
 */
export function sayRecorded({ kind, at, reason = 'other' }: PhoneRecord, ended: AbsenceToday | null): string {
  if (kind === 'away') return `Recorded: away from ${timeOf(at)}, ${lower(sayReason(reason))}.`;
  const lasted = ended === null ? '' : `, after ${sayMinutes(minutesBetween(ended.from, at))} away`;
  return `Recorded: back at ${timeOf(at)}${lasted}.`;
}

/** Within a sentence; names keep their letters. */
const lower = (title: string): string =>
  /^(Federation|Carnival)/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
