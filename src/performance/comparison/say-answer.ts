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
  const alone = test === 'counts' || clearWithoutYears(rows);
  const named = alone ? clear : clear.filter(hasYears);
  const first = [
    `${howMany(named.length, compared)} larger than ${alone ? 'chance alone usually brings' : 'years here usually bring'}${names(named)}`,
    ...(alone ? [] : onCountsAlone(clear.filter((row) => !hasYears(row)))),
    ...tell(counts['could be chance'], 'could be chance', 'could be chance'),
    ...tell(counts['too few'], 'is too few to tell', 'are too few to tell'),
    ...tell(counts['no figures'], 'has no figures', 'have no figures'),
  ].join('; ');
  return [`${first}.`, ...(test === 'years' ? sayTogether(rows) : [])].join(' ');
}

const hasYears = ({ dispersedPValue }: ComparisonRow): boolean => dispersedPValue !== null;
const isJudged = ({ verdict }: ComparisonRow): boolean => verdict === 'clear' || verdict === 'could be chance';

/** Whether earlier years are held for none of the rows that are judged. */
function clearWithoutYears(rows: readonly ComparisonRow[]): boolean {
  const judged = rows.filter(isJudged);
  return judged.length > 0 && !judged.some(hasYears);
}

function howMany(clear: number, compared: number): string {
  if (compared === 1) return clear === 1 ? 'The one change is' : 'The one change is not';
  const of = `of the ${numberWord(compared)} changes`;
  if (clear === 0) return `None ${of} is`;
  return `${capital(numberWord(clear))} ${of} ${clear === 1 ? 'is' : 'are'}`;
}

/** Clear of chance, but nobody knows how much years differ: told apart from what is clear of that too. */
function onCountsAlone(rows: readonly ComparisonRow[]): string[] {
  if (rows.length === 0) return [];
  const head = `${numberWord(rows.length)} ${rows.length === 1 ? 'is' : 'are'}`;
  return [`${head} larger than chance alone usually brings, without earlier years to tell more${names(rows)}`];
}

const names = (rows: readonly ComparisonRow[]): string =>
  rows.length === 0 ? '' : `: ${andList(rows.map(({ measure }) => measure))}`;

const tell = (count: number, one: string, several: string): string[] =>
  count === 0 ? [] : [`${numberWord(count)} ${count === 1 ? one : several}`];

/** What all rows judged together bear; nothing where none is clear or only one is judged. */
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
