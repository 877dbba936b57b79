import { andList } from '../../../ui/and-list.ts';
import { numberWord } from '../../../ui/number-word.ts';
import type { ComparisonRow, ComparisonTable, Verdict } from '../../model.ts';
import { nameRow, withinSentence } from './name-row.ts';

/** The sentence that answers the page: what is clear of chance in bold, then the rest. */
export interface SaidAnswer {
  figure: string;
  rest: string;
}

/** Which of the changes are larger than chance usually gives, and what the other rows can bear. */
export function sayAnswer({ area, rows }: Pick<ComparisonTable, 'area' | 'rows'>): SaidAnswer {
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict);
  const [maybe, few, lacking] = [of('could be chance').length, of('too few').length, of('no figures').length];
  const rest = [
    maybe > 0 ? `${numberWord(maybe)} could be chance` : '',
    few > 0 ? `${numberWord(few)} ${few === 1 ? 'count is' : 'counts are'} too small to compare` : '',
    lacking > 0 ? `${numberWord(lacking)} ${lacking === 1 ? 'has' : 'have'} no figures` : '',
  ].filter(Boolean);
  return {
    figure: sayClear(of('clear'), rows.length - lacking, area.name),
    rest: rest.length === 0 || lacking === rows.length ? '' : `${capital(rest.join('; '))}.`,
  };
}

function sayClear(clear: readonly ComparisonRow[], held: number, area: string): string {
  if (held === 0) return `No figures of these measures are held for ${area} in both periods.`;
  const usual = 'larger than chance usually gives';
  if (clear.length === 0)
    return held === 1 ? `The one change is no ${usual}.` : `None of the ${numberWord(held)} changes is ${usual}.`;
  const count =
    held === 1 ? 'The one change' : `${capital(numberWord(clear.length))} of the ${numberWord(held)} changes`;
  return `${count} ${clear.length === 1 ? 'is' : 'are'} ${usual}: ${sayWhich(clear)}.`;
}

/** "theft from motor vehicles and hate crime, both fewer"; those that are fewer first where both occur. */
function sayWhich(clear: readonly ComparisonRow[]): string {
  const said = [
    { word: 'fewer', names: namesOf(clear.filter(({ direction }) => direction !== 'up')) },
    { word: 'more', names: namesOf(clear.filter(({ direction }) => direction === 'up')) },
  ];
  return said
    .flatMap(({ word, names }) => (names.length === 0 ? [] : `${andList(names)}, ${all(names.length)}${word}`))
    .join('; ');
}

/** Names of rows; those judged without the dispersion of earlier years say so. */
const namesOf = (rows: readonly ComparisonRow[]): string[] =>
  rows.map((row) => `${withinSentence(nameRow(row))}${row.dispersedPValue === null ? ' (on the counts alone)' : ''}`);
const all = (count: number): string => (count === 1 ? '' : count === 2 ? 'both ' : 'all ');
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
