import { readRosterCalendar } from './calendar-files/read-roster-calendar.ts';
import type { RosterRead } from './model.ts';
import { readRosterCsv } from './reading/read-roster-csv.ts';

/** Letters of a file that are looked through for what it is. */
const LOOKED_AT = 2000;

/**
 * Reads a roster file, whatever its name: a calendar by its first line, else comma-separated rows. Nothing is thrown for
 * what it holds.
 */
export function readRoster(bytes: Uint8Array): RosterRead {
  if (['PK\u0003\u0004', '%PDF'].includes(String.fromCharCode(...bytes.slice(0, 4))))
    return {
      kind: 'refused',
      because: 'It is a workbook or an archive: save the roster as "CSV UTF-8" and choose that.',
    };
  const text = decode(bytes);
  if (text === null)
    return {
      kind: 'refused',
      because: 'It is not UTF-8 text: save it as "CSV UTF-8" or as a calendar (.ics), and choose it again.',
    };
  const start = text.slice(0, LOOKED_AT).replace(/^\uFEFF/, '');
  if (start.trim() === '')
    return { kind: 'refused', because: 'It is empty: choose a CSV or a calendar (.ics) with duties.' };
  if (/^\s*BEGIN:VCALENDAR/i.test(start)) return readRosterCalendar(text);
  return readRosterCsv(/\r(?!\n)/.test(start) && !start.includes('\n') ? text.replaceAll('\r', '\n') : text);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
