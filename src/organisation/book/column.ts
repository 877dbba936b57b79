import type { BoundaryVersion } from '../../geography/index.ts';
import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { isDate } from '../../lib/calendar/is-date.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import type { Days } from '../post-book.ts';
import { findRank, RANKS } from '../reference/ranks.ts';
import { nearestWord } from './nearest-word.ts';
import { type Places, type Read, readBorough, writeBorough, writeWard } from './places.ts';
import { quoted } from './quoted.ts';

/** A column of a file: how a cell is read and written, and what it means. */
export interface Column<Value> {
  /** What it holds, for the list of columns: no full stop, no capital. */
  says: string;
  /** Whether a file without it is refused. */
  needed: boolean;
  /** @param text trimmed */
  read(text: string, places: Places): Read<Value>;
  write(value: Value, places: Places): string;
}

const EMPTY = { because: 'it is empty: fill it in.' };

/** Text that must be there. */
export const named = (says: string): Column<string> => ({
  says,
  needed: true,
  read: (text) => (text === '' ? EMPTY : { value: text }),
  write: (value) => value,
});

/** What another column reads, or nothing. */
export const optional = <Value>(column: Column<Value>): Column<Value | null> => ({
  says: column.says,
  needed: false,
  read: (text, places) => (text === '' ? { value: null } : column.read(text, places)),
  write: (value, places) => (value === null ? '' : column.write(value, places)),
});

/** What another column reads, or what holds where it is left empty. */
export const otherwise = <Value>(column: Column<Value>, fallback: Value, said: string): Column<Value> => ({
  ...column,
  says: `${column.says}; ${said} where empty`,
  needed: false,
  read: (text, places) => (text === '' ? { value: fallback } : column.read(text, places)),
});

/** Text that may be missing. */
export const free = (says: string): Column<string> => otherwise(named(says), '', 'nothing');

/** One of a few words. */
export const oneOf = <const Word extends string>(says: string, words: readonly Word[]): Column<Word> => ({
  says: `${says}: ${words.join(', ')}`,
  needed: true,
  read: (text) => {
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return { value: found };
    return text === '' ? EMPTY : { because: `${quoted(text)} is none of them${alike(text, words)}` };
  },
  write: (value) => value,
});

/** The end of a sentence about a word nobody knows: the nearest, and all of them. */
const alike = (text: string, words: readonly string[]): string => {
  const nearest = nearestWord(text, words);
  return `${nearest === null ? '' : `: did you mean ${nearest}`}; known are ${words.join(', ')}.`;
};

export const rank = (says = 'rank'): Column<string> => ({
  says: `${says}: ${RANKS.map((each) => each.rank).join(', ')}`,
  needed: true,
  read: (text) => {
    const found = findRank(text);
    if (found !== null) return { value: found.rank };
    const known = RANKS.map((each) => each.rank);
    return text === '' ? EMPTY : { because: `${quoted(text)} is no rank that Wardroom knows${alike(text, known)}` };
  },
  write: (value) => value,
});

export const borough = (says: string): Column<string> => ({
  says,
  needed: true,
  read: (text, places) => (text === '' ? EMPTY : readBorough(text, places)),
  write: writeBorough,
});

/** A number with at most three decimals, in records numeric(…, 3). */
export const amount = (says: string, least: number, most: number, above = false): Column<number> => ({
  says,
  needed: true,
  read: (text) => {
    if (text === '') return EMPTY;
    const value = /^\d{1,6}([.]\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
    const between = above ? `above ${least}, at most ${most}` : `from ${least} to ${most}`;
    return value <= most && (above ? value > least : value >= least)
      ? { value }
      : { because: `${quoted(text)} is no number ${between} with at most three decimals: write it as 0.5.` };
  },
  write: (value) => String(value),
});

export const wholeNumber = (says: string, least = 0, most = 999_999): Column<number> => ({
  says,
  needed: true,
  read: (text) => {
    if (text === '') return EMPTY;
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most
      ? { value }
      : { because: `${quoted(text)} is no whole number from ${least} to ${most}: write it as 12.` };
  },
  write: (value) => String(value),
});

export const day = (says: string): Column<string> => ({
  says,
  needed: true,
  read: (text) => {
    if (text === '') return EMPTY;
    return isDate(text) ? { value: text } : { because: `${quoted(text)} is no date: write it as 2026-03-31.` };
  },
  write: (value) => value,
});

export const yesOrNo = (says: string): Column<boolean> => {
  const words = oneOf(says, ['yes', 'no']);
  return {
    ...words,
    read: (text, places) => {
      const found = words.read(text, places);
      return 'value' in found ? { value: found.value === 'yes' } : found;
    },
    write: (value) => (value ? 'yes' : 'no'),
  };
};

/** Several things with a bar between. */
export const list = (says: string): Column<string[]> => ({
  says: `${says}; several with | between`,
  needed: false,
  read: (text) => {
    const parts = text.split('|').map((part) => part.trim());
    if (text === '') return { value: [] };
    return parts.includes('')
      ? { because: `${quoted(text)} has nothing on one side of a |: take it out.` }
      : { value: parts };
  },
  write: (value) => value.join('|'),
});

/** The two columns of the days of a row. */
export const DAYS = {
  first_day: day('first day'),
  last_day: optional(day('last day; for good where empty')),
};

/** Days from a first and a last day, both inclusive. */
export function readDays({ first_day, last_day }: { first_day: string; last_day: string | null }): Read<Days> {
  if (last_day !== null && last_day < first_day)
    return { because: `last_day: ${last_day} comes before ${first_day}, the first day: change one of them.` };
  return { value: { from: first_day, until: last_day === null ? null : nextDay(last_day) } };
}

export const writeDays = ({ from, until }: Days) => ({
  first_day: from,
  last_day: until === null ? null : dayBefore(until),
});

/** Ward texts as a cell has them; written back from codes of a ward set. */
export interface WardText {
  /** A name or code. */
  text: string;
  version: BoundaryVersion | null;
}

export const wardList = (says: string): Column<WardText[]> => {
  const texts = list(says);
  return {
    ...texts,
    read: (text, places) => {
      const read = texts.read(text, places);
      return 'value' in read ? { value: read.value.map((each) => ({ text: each, version: null })) } : read;
    },
    write: (value, places) => value.map(({ text, version }) => writeWard(text, version, places)).join('|'),
  };
};
