import { WrongUsage } from '../demand/index.ts';
import { andList } from '../ui/and-list.ts';
import { repeatedKey } from './repeated-key.ts';
import { TIERS, type Tier } from './review.ts';

const MOST = 100_000;
const MOST_CHARACTERS = 500;
const MOST_REPEATED = 40;
/** Some editors write it before the first character; it says nothing. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A name of the file in a sentence: not a page of it. */
export const cutShort = (text: string): string =>
  text.length > MOST_REPEATED ? `${text.slice(0, MOST_REPEATED)}…` : text;

/** What was written, in a sentence: its kind, and no more of it than tells it apart. */
function saidOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'names and values in braces';
  return typeof value === 'string' ? `"${cutShort(value)}"` : String(value);
}

/** Reads the values of a rules file; each refuses with one sentence that says where, and what to write. */
export type Reader = ReturnType<typeof readerOf>;

/** A reader of one file. */
export function readerOf(file: string) {
  const refuse = (sentence: string): never => {
    throw new WrongUsage(`${file}: ${sentence}`);
  };
  const fields = (value: unknown, where: string): Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : refuse(`${where} holds names and values: write it in braces, { }.`);
  const list = (value: unknown, where: string): unknown[] =>
    Array.isArray(value) ? value : refuse(`${where} is a list: write it in square brackets, [ ].`);
  const text = (value: unknown, where: string): string => {
    if (typeof value !== 'string' || value.trim() === '')
      return refuse(`${where} is missing: write it in quotation marks.`);
    return value.length <= MOST_CHARACTERS
      ? value
      : refuse(`${where} has ${value.length} characters and ${MOST_CHARACTERS} are the most: write less.`);
  };
  const parsed = (source: string): unknown => {
    try {
      return JSON.parse(source);
    } catch {
      return refuse('it is not JSON: check its commas, quotation marks and braces.');
    }
  };
  const number = (value: unknown, where: string, holds: (number: number) => boolean, what: string): number =>
    typeof value === 'number' && Number.isFinite(value) && value <= MOST && holds(value)
      ? value
      : refuse(`${where} is ${saidOf(value)}: make it ${what}.`);
  return {
    file,
    refuse,
    fields,
    list,
    text,
    json(source: string): unknown {
      const json = source.startsWith(BYTE_ORDER_MARK) ? source.slice(1) : source;
      const value = parsed(json);
      const twice = repeatedKey(json);
      if (twice === null) return value;
      const where = twice.within === null ? 'the file' : `"${cutShort(twice.within)}"`;
      return refuse(`"${cutShort(twice.key)}" is given twice in ${where}: keep one of them.`);
    },
    onlyKnown(given: Record<string, unknown>, known: readonly string[], where: string): void {
      const unknown = Object.keys(given).find((key) => !known.includes(key));
      if (unknown !== undefined)
        refuse(
          `${where} holds "${cutShort(unknown)}", which means nothing here. Known: ${andList(known.map((key) => `"${key}"`))}.`,
        );
    },
    whole: (value: unknown, where: string): number =>
      number(value, where, (given) => Number.isInteger(given) && given >= 0, 'a whole number from 0 to 100,000'),
    notNegative: (value: unknown, where: string): number =>
      number(value, where, (given) => given >= 0, 'a number from 0, such as 0.5'),
    aboveNothing: (value: unknown, where: string): number =>
      number(value, where, (given) => given > 0, 'a number above 0, such as 1.5'),
    tier: (value: unknown, where: string): Tier =>
      TIERS.find((tier) => tier === value) ??
      refuse(`${where} is ${saidOf(value)}, and tiers are ${andList(TIERS.map((tier) => `"${tier}"`))}.`),
    texts: (value: unknown, where: string): string[] => list(value, where).map((each) => text(each, where)),
    /** A value for each name. */
    each: <Value>(
      value: unknown,
      where: string,
      read: (value: unknown, where: string) => Value,
    ): Record<string, Value> =>
      Object.fromEntries(
        Object.entries(fields(value, where)).map(([name, given]) => [
          text(name, `A name in ${where}`),
          read(given, `${cutShort(name)} in ${where}`),
        ]),
      ),
  };
}
