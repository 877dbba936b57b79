import type { Problem } from '../../lib/refused.ts';

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;

/** What was typed into a field, without spaces around it; nothing where it did not come. */
export const textIn = (typed: Typed, field: string): string => (typed[field] ?? '').trim();

/** Whether a box was ticked. */
export const isTicked = (typed: Typed, field: string): boolean => typed[field] === 'yes';

/**
 * The version that a form began from: null where it names none. What no record can have (1.5, 1e400, twenty nines) is 0,
 * which is never the one that is stored, so that it is answered as any other that is out of date.
 */
export function versionIn(typed: Typed): number | null {
  const text = textIn(typed, 'version');
  if (text === '') return null;
  return VERSION.test(text) ? Number(text) : 0;
}

/** Reads the numbers of a form one after another, and keeps what is wrong with them. */
export interface FieldReader {
  problems: Problem[];
  /** A whole number. */
  whole(field: string, what: string): number;
  /** A whole number, or nothing. */
  wholeOrNone(field: string, what: string): number | null;
  /** A number of 0 or more with at most three decimals; nothing counts as 0. */
  points(field: string, what: string): number;
}

const VERSION = /^\d{1,9}$/;
const WHOLE = /^\d{1,6}$/;
const NUMBER = /^\d{1,7}([.]\d{1,3})?$/;

/** A reader of what was typed. Every problem is kept, so that all are told at once. */
export function readFields(typed: Typed): FieldReader {
  const problems: Problem[] = [];
  const read = <Value>(field: string, takes: (text: string) => Value | undefined, sentence: string, instead: Value) => {
    const value = takes(textIn(typed, field));
    if (value !== undefined) return value;
    problems.push({ field, sentence });
    return instead;
  };
  const number = (pattern: RegExp) => (text: string) => (pattern.test(text) ? Number(text) : undefined);
  return {
    problems,
    whole: (field, what) => read(field, number(WHOLE), `${what}: type a whole number, such as 2.`, 0),
    wholeOrNone: (field, what) =>
      read<number | null>(
        field,
        (text) => (text === '' ? null : number(WHOLE)(text)),
        `${what}: type a whole number, such as 7, or leave it empty.`,
        null,
      ),
    points: (field, what) =>
      read(
        field,
        (text) => (text === '' ? 0 : number(NUMBER)(text)),
        `${what}: type a number of 0 or more, such as 15.`,
        0,
      ),
  };
}
