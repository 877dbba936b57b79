import { isDate } from '../../lib/calendar/is-date.ts';
import { isTimeOfDay } from '../../lib/calendar/london-time.ts';
import { type Problem, Refused } from '../../lib/refused.ts';

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;
/** Reads one field: its value, or the sentence that stands beside it. */
export type Reader<Value> = (text: string) => { value: Value } | { sentence: string };

/**
 * Reads the fields of a form, each by its own reader.
 * @throws Refused with every sentence at once
 * @example
 * readForm({ from: '2026-03-01', fraction: '0.5' }, { from: day('Choose its first day.'), fraction });
 * // { from: '2026-03-01', fraction: 0.5 }
 */
export function readForm<Values extends Record<string, unknown>>(
  typed: Typed,
  readers: { [Field in keyof Values]: Reader<Values[Field]> },
): Values {
  const problems: Problem[] = [];
  const values: Partial<Values> = {};
  for (const field of Object.keys(readers) as (keyof Values & string)[]) {
    const found = readers[field]((typed[field] ?? '').trim());
    if ('sentence' in found) problems.push({ field, sentence: found.sentence });
    else values[field] = found.value;
  }
  if (problems.length > 0) throw new Refused(problems);
  return values as Values;
}

const DAY = 'Choose a day, or type it as 2026-03-10.';

/** A day that must be given. */
export const day: Reader<string> = (text) => (isDate(text) ? { value: text } : { sentence: DAY });

/** A day, or none. */
export const dayOrNone: Reader<string | null> = (text) => (text === '' ? { value: null } : day(text));

/** A fraction of one person: above 0, at most 1, to a thousandth. */
export const fraction: Reader<number> = (text) => {
  const value = /^\d?([.]\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (value > 0 && value <= 1) return { value };
  return { sentence: 'Type a fraction above 0 and at most 1, such as 1 or 0.5.' };
};

/** A time of London's clocks. */
export const timeOfDay: Reader<string> = (text) =>
  isTimeOfDay(text) ? { value: text } : { sentence: 'Type a time of day as 22:00.' };

/** A text that must be given. */
export function words(sentence: string, most = 200): Reader<string> {
  return (text) => {
    if (text === '') return { sentence };
    return checked(text, most);
  };
}

/** A text, or none. */
export const wordsOrNone: Reader<string | null> = (text) => (text === '' ? { value: null } : checked(text, 200));

function checked(text: string, most: number): { value: string } | { sentence: string } {
  if (text.length > most) return { sentence: `Use at most ${most} characters.` };
  // Records keep neither a NUL nor a half of a pair; line ends and the like would tear a table.
  if (/[\p{Cc}\p{Surrogate}]/u.test(text))
    return { sentence: 'Take out the characters that cannot be seen, and try again.' };
  return { value: text };
}

/** One of a list. */
export function oneOf<Value extends string>(values: readonly Value[], sentence: string): Reader<Value> {
  return (text) => {
    const found = values.find((value) => value === text);
    return found === undefined ? { sentence } : { value: found };
  };
}
