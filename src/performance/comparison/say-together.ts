import { andList } from '../../ui/and-list.ts';
import { numberWord } from '../../ui/number-word.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { ComparisonRow, Verdict } from '../model.ts';
import { nameRow } from './name-row.ts';

/** Chance of a false alarm in a row judged alone, and the share of false ones borne among rows judged together. */
const HELD_TO = 0.05;

/** A row by one of the two tests, with its false discovery rate among the rows of that test. */
export interface JudgedRow {
  row: ComparisonRow;
  verdict: Verdict;
  falseDiscovery: number;
}

/**
 * What the rows bear when all are judged together, and which rows those are.
 * @param alone rows judged on the counts alone, and `few`, too few to be judged: they have no part in it
 * @returns null for fewer than two rows
 */
export function sayTogether(
  judged: readonly JudgedRow[],
  { test, alone, few }: { test: 'years' | 'counts'; alone: number; few: number },
): string | null {
  if (judged.length < 2) return null;
  const count = numberWord(judged.length);
  const by = test === 'years' ? 'by earlier years' : 'on the counts alone';
  const without = [
    alone === 0 ? '' : `the ${numberWord(alone)} judged on the counts alone`,
    few === 0 ? '' : `the ${numberWord(few)} too few to tell`,
  ].filter(Boolean);
  const left = without.length === 0 ? '' : `, without ${andList(without)}`;
  const atLeastOne = Math.round((1 - (1 - HELD_TO) ** judged.length) * 100);
  return [
    `Judged together are the ${count} rows judged ${by}${left}.`,
    `Were nothing to change, one in twenty would still look clear; over ${count} rows, were each by itself, the chance of at least one is ${atLeastOne}%.`,
    sayWhatHolds(judged.filter(({ verdict }) => verdict === 'clear')),
  ].join(' ');
}

/**
 * The doubt that a headline must carry where a row looks clear alone and not among all: "Judged all together, it does not
 * pass."; nothing where every one passes, and where fewer than two are judged.
 */
export function sayDoubt(judged: readonly JudgedRow[]): string {
  const clear = judged.filter(({ verdict }) => verdict === 'clear');
  const hold = clear.filter(passes);
  if (judged.length < 2 || hold.length === clear.length) return '';
  if (hold.length > 0) {
    return ` Judged all together, ${numberWord(hold.length)} of the ${numberWord(clear.length)} ${hold.length === 1 ? 'passes' : 'pass'}: ${andList(hold.map(named))}.`;
  }
  const which = clear.length === 1 ? 'it does not pass' : `none of the ${numberWord(clear.length)} passes`;
  return ` Judged all together, ${which}.`;
}

const passes = ({ falseDiscovery }: JudgedRow): boolean => falseDiscovery <= HELD_TO;

function sayWhatHolds(unsorted: readonly JudgedRow[]): string {
  const clear = unsorted.toSorted((a, b) => a.falseDiscovery - b.falseDiscovery);
  const [strongest] = clear;
  if (strongest === undefined) return 'None does here.';
  const start = 'So that at most one in twenty of those that pass is expected to be false,';
  const hold = clear.filter(passes);
  if (hold.length === clear.length)
    return `${start} ${clear.length === 1 ? `${named(strongest)} still passes` : `all ${numberWord(clear.length)} that look clear still pass`}.`;
  if (hold.length > 0)
    return `${start} ${numberWord(hold.length)} of the ${numberWord(clear.length)} that look clear still ${hold.length === 1 ? 'passes' : 'pass'}: ${andList(hold.map(named))}.`;
  const share = Math.ceil(strongest.falseDiscovery * 100);
  const none =
    clear.length === 1
      ? `${named(strongest)} does not pass; it`
      : `none of the ${numberWord(clear.length)} that look clear passes; the strongest, ${named(strongest)},`;
  return `${start} ${none} would if ${share} in a hundred were allowed to be.`;
}

const named = ({ row }: JudgedRow): string => withinSentence(nameRow(row));
