const WHOLE = /^\d+$/;

/** Why a value of a month cannot be used. */
export type BadValue = 'a month has no value' | 'a month has a negative value' | 'a month is not a whole number';

/** Reads a count; a reason when it is none. */
export function readCount(text: string): number | BadValue {
  const value = text.trim();
  if (WHOLE.test(value) && value.length <= 15) return Number(value);
  if (value === '') return 'a month has no value';
  return /^-\d/.test(value) ? 'a month has a negative value' : 'a month is not a whole number';
}
