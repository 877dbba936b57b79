import { andList } from '../../../ui/and-list.ts';
import { numberWord } from '../../../ui/number-word.ts';
import type { ComparisonRow } from '../../model.ts';
import { nameRow, withinSentence } from './name-row.ts';

/** Chance of a false alarm in a row judged alone, and the share of false ones borne among rows judged together. */
const HELD_TO = 0.05;

/**
 * What the rows bear when all are judged together.
 * @param judged rows with a false discovery rate, at least two
 */
export function sayTogether(judged: readonly ComparisonRow[]): string {
  const atLeastOne = Math.round((1 - (1 - HELD_TO) ** judged.length) * 100);
  const expected = `Were nothing to change, one row in twenty would still look clear; over ${numberWord(judged.length)} rows, were each by itself, the chance of at least one is ${atLeastOne}%.`;
  const clear = judged
    .filter(({ verdict }) => verdict === 'clear')
    .toSorted((a, b) => (a.falseDiscovery ?? 1) - (b.falseDiscovery ?? 1));
  return `${expected} ${sayWhatHolds(clear)}`;
}

function sayWhatHolds(clear: readonly ComparisonRow[]): string {
  const [strongest] = clear;
  if (strongest === undefined) return 'None does here.';
  const start = 'Judged all together, so that at most one in twenty of those that pass is expected to be false,';
  const hold = clear.filter(({ falseDiscovery }) => (falseDiscovery ?? 1) <= HELD_TO);
  if (hold.length === clear.length)
    return `${start} ${clear.length === 1 ? 'the one above still passes' : `all ${numberWord(clear.length)} above still pass`}.`;
  if (hold.length > 0)
    return `${start} ${numberWord(hold.length)} of the ${numberWord(clear.length)} still ${hold.length === 1 ? 'passes' : 'pass'}: ${andList(hold.map(named))}.`;
  const share = Math.ceil((strongest.falseDiscovery ?? 1) * 100);
  const none =
    clear.length === 1
      ? 'it does not pass; it'
      : `none of the ${numberWord(clear.length)} passes; the strongest, ${named(strongest)},`;
  return `${start} ${none} would if ${share} in a hundred were allowed to be.`;
}

const named = (row: ComparisonRow): string => withinSentence(nameRow(row));
