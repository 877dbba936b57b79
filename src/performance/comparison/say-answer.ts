import { falseDiscoveryRates } from '../../lib/statistics/multiple/index.ts';
import { andList } from '../../ui/and-list.ts';
import { numberWord } from '../../ui/number-word.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { ComparisonRow, ComparisonTable, Verdict } from '../model.ts';
import { isJudgedByYears } from './judged-by-years.ts';
import { nameRow } from './name-row.ts';
import { type JudgedRow, sayDoubt, sayTogether } from './say-together.ts';

/** The sentences that answer a table, the same wherever it is shown. */
export interface SaidAnswer {
  /** What answers: which changes are larger than years here usually bring, and that they are not if judged all together. */
  figure: string;
  /** What the other rows can bear; empty where there are none. */
  rest: string;
  /** What the rows judged bear when all of them are judged together; null where fewer than two are judged. */
  together: string | null;
  /** How many rows are judged together. */
  judged: number;
}

/**
 * Answers a whole table. Rows that earlier years can judge are counted apart from those judged on the counts alone and
 * from those too few, and only they are judged together.
 * @param test 'years': by what earlier years bring; 'counts': by the counts alone, every row that is not too few
 */
export function sayAnswer(
  { area, rows }: Pick<ComparisonTable, 'area' | 'rows'>,
  test: 'years' | 'counts',
): SaidAnswer {
  const held = rows.filter(({ verdict }) => verdict !== 'no figures');
  const few = held.filter(({ verdict }) => verdict === 'too few').length;
  const judged = test === 'years' ? byYears(held) : byCounts(held);
  const alone = held.filter((row) => row.verdict !== 'too few' && judged.every((each) => each.row !== row));
  const lacking = rows.length - held.length;
  if (held.length === 0) {
    const figure = `No figures of these measures are held for ${area.name} in both periods.`;
    return { figure, rest: '', together: null, judged: 0 };
  }
  const chance = judged.filter(({ verdict }) => verdict === 'could be chance').length;
  const rest = [
    ...tell(chance, 'could be chance', 'could be chance'),
    ...sayAlone(alone),
    ...tell(few, 'is too few to tell', 'are too few to tell'),
    ...tell(lacking, 'has no figures', 'have no figures'),
  ].join('; ');
  return {
    figure: sayFigure(judged, held.length, test),
    rest: rest === '' ? '' : `${sentenceCase(rest)}.`,
    together: sayTogether(judged, { test, alone: alone.length, few }),
    judged: judged.length,
  };
}

/** The same as one text. */
export function answerText({ figure, rest, together }: SaidAnswer): string {
  return [figure, rest, together].filter(Boolean).join(' ');
}

const byYears = (rows: readonly ComparisonRow[]): JudgedRow[] =>
  rows.filter(isJudgedByYears).map((row) => ({ row, verdict: row.verdict, falseDiscovery: row.falseDiscovery ?? 1 }));

function byCounts(rows: readonly ComparisonRow[]): JudgedRow[] {
  const judged = rows.filter(({ countsVerdict }) => countsVerdict !== 'too few');
  const rates = falseDiscoveryRates(judged.map(({ pValue }) => pValue));
  return judged.map((row, at) => ({ row, verdict: row.countsVerdict, falseDiscovery: rates[at] ?? 1 }));
}

function sayFigure(judged: readonly JudgedRow[], held: number, test: 'years' | 'counts'): string {
  const by = test === 'years' ? ' by earlier years' : '';
  if (judged.length === 0) {
    return held === 1
      ? `The one change could not be judged${by}.`
      : `None of the ${numberWord(held)} changes could be judged${by}.`;
  }
  const usual = `larger than ${test === 'years' ? 'years here usually bring' : 'chance alone usually brings'}`;
  const clear = named(judged, 'clear');
  const could = judged.length === held ? '' : ` that could be judged${by}`;
  if (judged.length === 1) {
    return `The one change${could} is ${clear.length === 1 ? `${usual}: ${sayWhich(clear)}` : `not ${usual}`}.`;
  }
  const of = `of the ${numberWord(judged.length)} changes${could}`;
  if (clear.length === 0) return `None ${of} is ${usual}.`;
  const doubt = sayDoubt(judged);
  const alone = doubt === '' ? '' : ', taken alone,';
  return `${sentenceCase(numberWord(clear.length))} ${of} ${isOrAre(clear.length)}${alone} ${usual}: ${sayWhich(clear)}.${doubt}`;
}

/** Rows of which nobody knows how much years differ: told apart from those that are clear of that too. */
function sayAlone(alone: readonly ComparisonRow[]): string[] {
  if (alone.length === 0) return [];
  const head = `${numberWord(alone.length)} ${alone.length === 1 ? 'was' : 'were'} judged on the counts alone`;
  const clear = alone.filter(({ verdict }) => verdict === 'clear');
  if (clear.length === 0) return [`${head} and could be chance`];
  const larger = `larger than chance alone usually brings: ${sayWhich(clear)}`;
  if (alone.length === 1) return [`${head} and is ${larger}`];
  return [`${head}, and ${numberWord(clear.length)} of them ${isOrAre(clear.length)} ${larger}`];
}

const named = (judged: readonly JudgedRow[], wanted: Verdict): ComparisonRow[] =>
  judged.filter(({ verdict }) => verdict === wanted).map(({ row }) => row);

/** "theft from motor vehicles and hate crime, both fewer"; those that are fewer first where both occur. */
function sayWhich(clear: readonly ComparisonRow[]): string {
  const said = [
    { word: 'fewer', rows: clear.filter(({ direction }) => direction !== 'up') },
    { word: 'more', rows: clear.filter(({ direction }) => direction === 'up') },
  ];
  return said
    .flatMap(({ word, rows }) =>
      rows.length === 0 ? [] : `${andList(rows.map(nameWithin))}, ${all(rows.length)}${word}`,
    )
    .join(', and ');
}

const nameWithin = (row: ComparisonRow): string => withinSentence(nameRow(row));
const tell = (count: number, one: string, several: string): string[] =>
  count === 0 ? [] : [`${numberWord(count)} ${count === 1 ? one : several}`];
const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');
const all = (count: number): string => (count === 1 ? '' : count === 2 ? 'both ' : 'all ');
