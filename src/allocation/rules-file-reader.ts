import { WrongUsage } from '../demand/index.ts';
import { andList } from '../ui/and-list.ts';
import { TIERS, type Tier } from './review.ts';

const MOST = 100_000;

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
  const text = (value: unknown, where: string): string =>
    typeof value === 'string' && value.trim() !== ''
      ? value
      : refuse(`${where} is missing: write it in quotation marks.`);
  const number = (value: unknown, where: string, holds: (number: number) => boolean, what: string): number =>
    typeof value === 'number' && Number.isFinite(value) && value <= MOST && holds(value)
      ? value
      : refuse(`${where} is ${value === undefined ? 'missing' : JSON.stringify(value)}: make it ${what}.`);
  return {
    file,
    fields,
    list,
    text,
    json(source: string): unknown {
      try {
        return JSON.parse(source);
      } catch {
        return refuse('it is not JSON: check its commas, quotation marks and braces.');
      }
    },
    onlyKnown(given: Record<string, unknown>, known: readonly string[], where: string): void {
      const unknown = Object.keys(given).find((key) => !known.includes(key));
      if (unknown !== undefined)
        refuse(
          `${where} holds "${unknown}", which means nothing here. Known: ${andList(known.map((key) => `"${key}"`))}.`,
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
      refuse(`${where} is ${JSON.stringify(value)}, and tiers are ${andList(TIERS.map((tier) => `"${tier}"`))}.`),
    texts: (value: unknown, where: string): string[] => list(value, where).map((each) => text(each, where)),
    /** A value for each name. */
    each: <Value>(
      value: unknown,
      where: string,
      read: (value: unknown, where: string) => Value,
    ): Record<string, Value> =>
      Object.fromEntries(
        Object.entries(fields(value, where)).map(([name, given]) => [name, read(given, `${name} in ${where}`)]),
      ),
  };
}
