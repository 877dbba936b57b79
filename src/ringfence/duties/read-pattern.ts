import { isTimeOfDay } from '../../lib/calendar/london-time.ts';
import type { Problem } from '../../lib/refused.ts';
import type { ShiftPattern } from './expand-pattern.ts';

/** Most days before a pattern repeats. */
const MOST_DAYS = 56;
const SHIFT = /^(\S+?)\s*(?:-|–|to)\s*(\S+)$/;

/**
 * Reads a pattern as people write it, one day a line: "07:00-15:00" for a duty, "off" for a day off; "4 x 07:00-15:00" stands for
 * four such lines.
 * @returns the days, or what is wrong with the first line that cannot be read
 */
export function readPattern(text: string): { days: ShiftPattern['days'] } | { problem: Problem } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const days: ({ start: string; end: string } | null)[] = [];
  for (const line of lines) {
    const [, times = '1', what = ''] = /^(?:(\d{1,2})\s*[x×]\s*)?(.*)$/i.exec(line) ?? [];
    const read = readDay(what);
    if (read === undefined) return refused(`"${line}" is no day of a pattern: write 07:00-15:00, or off.`);
    days.push(...Array.from({ length: Number(times) }, () => read));
  }
  if (!days.some((day) => day !== null)) return refused('Write the pattern, one day a line: 07:00-15:00, or off.');
  if (days.length > MOST_DAYS)
    return refused(`A pattern repeats after at most ${MOST_DAYS} days: write a shorter one.`);
  return { days };
}

const refused = (sentence: string) => ({ problem: { field: 'days', sentence } });

function readDay(what: string): { start: string; end: string } | null | undefined {
  if (what.toLowerCase() === 'off') return null;
  const [, start = '', end = ''] = SHIFT.exec(what) ?? [];
  return isTimeOfDay(start) && isTimeOfDay(end) ? { start, end } : undefined;
}
