import { isDate } from '../../lib/calendar/is-date.ts';
import type { Problem } from './refused.ts';

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;

/** What was typed into a field, without spaces around it; nothing where it did not come. */
export const textIn = (typed: Typed, field: string): string => (typed[field] ?? '').trim();

/** Whether a box was ticked. */
export const isTicked = (typed: Typed, field: string): boolean => typed[field] === 'yes';

/** Reads the fields of a form one after another, and keeps what is wrong with them. */
export interface FieldReader {
  problems: Problem[];
  /** A text that must be given, of at most so many characters. */
  words(field: string, missing: string, most: number): string;
  /** A whole number, or nothing where that is allowed. */
  whole(field: string, what: string): number;
  wholeOrNone(field: string, what: string): number | null;
  /** A number of 0 or more with at most three decimals; nothing counts as 0. */
  points(field: string, what: string): number;
  /** A share of 1 typed in per cent; null for nothing. */
  share(field: string, what: string): number | null;
  /** A day, written "2026-03-01". */
  day(field: string, what: string): string;
}

const WHOLE = /^\d{1,5}$/;
const NUMBER = /^\d{1,6}([.]\d{1,3})?$/;

/** A reader of what was typed. Every problem is kept, so that all are told at once. */
export function readFields(typed: Typed): FieldReader {
  const problems: Problem[] = [];
  const wrong = <Value>(field: string, sentence: string, instead: Value): Value => {
    problems.push({ field, sentence });
    return instead;
  };
  const wholeOrNone = (field: string, what: string): number | null => {
    const text = textIn(typed, field);
    if (text === '') return null;
    return WHOLE.test(text) ? Number(text) : wrong(field, `${what}: type a whole number, such as 7, or nothing.`, null);
  };
  return {
    problems,
    words(field, missing, most) {
      const text = textIn(typed, field);
      if (text === '') return wrong(field, missing, '');
      if (text.length > most) return wrong(field, `Use at most ${most} characters; these are ${text.length}.`, text);
      return text;
    },
    whole(field, what) {
      const text = textIn(typed, field);
      return WHOLE.test(text) ? Number(text) : wrong(field, `${what}: type a whole number, such as 2.`, 0);
    },
    wholeOrNone,
    points(field, what) {
      const text = textIn(typed, field);
      if (text === '') return 0;
      return NUMBER.test(text) ? Number(text) : wrong(field, `${what}: type a number of 0 or more, such as 15.`, 0);
    },
    share(field, what) {
      const text = textIn(typed, field).replace(/\s*%$/, '');
      if (text === '') return null;
      if (!NUMBER.test(text) || Number(text) > 100)
        return wrong(field, `${what}: type a percentage from 0 to 100, such as 15, or nothing.`, null);
      return Number(text) / 100;
    },
    day(field, what) {
      const text = textIn(typed, field);
      return isDate(text) ? text : wrong(field, `${what}: choose a day, or type it as 2026-04-30.`, '');
    },
  };
}
