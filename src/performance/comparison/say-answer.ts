import { andList } from '../../ui/and-list.ts';
import { numberWord } from '../../ui/number-word.ts';
import type { ComparisonRow } from '../model.ts';
import { countVerdicts } from './say-change.ts';

/** Share of false ones that is borne among rows judged together. */
const FALSE_SHARE = 0.05;

/**
 * One or two sentences for a whole table: how many of the changes are clear, could be chance, or are too few to tell; and
 * which stay clear when all rows are judged together.
 * @param test 'years': with what earlier years bring; 'counts': of the counts alone
 */
export function sayAnswer(rows: readonly ComparisonRow[], test: 'years' | 'counts'): string {
  const verdicts = rows.map(({ verdict, countsVerdict }) => (test === 'years' ? verdict : countsVerdict));
  const counts = countVerdicts(verdicts);
  const compared = rows.length - counts['no figures'];
  if (compared === 0) return 'None of the rows has figures for both periods: import files that have them.';
  const clear = rows.filter((_, at) => verdicts[at] === 'clear');
  const named = clear.length === 0 ? '' : `: ${andList(clear.map(({ measure }) => measure))}`;
  const rest = [
    counts['could be chance'] === 0 ? '' : `; ${numberWord(counts['could be chance'])} could be chance`,
    counts['too few'] === 0
      ? ''
      : `; ${numberWord(counts['too few'])} ${counts['too few'] === 1 ? 'is' : 'are'} too few to tell`,
    counts['no figures'] === 0
      ? ''
      : `; ${numberWord(counts['no figures'])} ${counts['no figures'] === 1 ? 'has' : 'have'} no figures`,
  ].join('');
  const first = `${howMany(clear.length, compared)} larger than ${whatIsUsual(rows, test)}${named}${rest}.`;
  return test === 'years' ? [first, ...sayTogether(rows)].join(' ') : first;
}

function howMany(clear: number, compared: number): string {
  const of = compared === 1 ? 'The one change' : `of the ${numberWord(compared)} changes`;
  if (compared === 1) return clear === 1 ? `${of} is` : `${of} is not`;
  if (clear === 0) return `None ${of} is`;
  return `${capital(numberWord(clear))} ${of} ${clear === 1 ? 'is' : 'are'}`;
}

/** What the changes are measured by. */
function whatIsUsual(rows: readonly ComparisonRow[], test: 'years' | 'counts'): string {
  const judged = rows.filter(({ verdict }) => verdict === 'clear' || verdict === 'could be chance');
  const withYears = judged.filter(({ dispersedPValue }) => dispersedPValue !== null);
  if (test === 'counts' || (judged.length > 0 && withYears.length === 0)) return 'chance alone usually brings';
  return 'years here usually bring';
}

/** What all rows judged together bear; nothing where fewer than two are clear or could be. */
function sayTogether(rows: readonly ComparisonRow[]): string[] {
  const clear = rows.filter(({ verdict }) => verdict === 'clear');
  const judged = rows.filter(({ falseDiscovery }) => falseDiscovery !== null);
  if (clear.length === 0 || judged.length < 2) return [];
  const left = clear.filter(({ falseDiscovery }) => (falseDiscovery ?? 1) <= FALSE_SHARE);
  const start = `Judged all together, so that at most one in twenty of those named is there by chance,`;
  if (left.length === 0) return [`${start} none of them is left.`];
  if (left.length === clear.length) return [`${start} ${clear.length === 1 ? 'it stays' : 'they all stay'}.`];
  return [`${start} ${andList(left.map(({ measure }) => measure))} ${left.length === 1 ? 'stays' : 'stay'}.`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
