import type { Month } from '../../lib/calendar/month.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { RefusedRow } from '../left-out-rows.ts';
import type { ReasonCount } from '../model.ts';
import { oneLine } from '../one-line.ts';
import { readTable } from '../read-table.ts';
import { type Figure, seriesOfFigures } from '../series-of-figures.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { noticeUnknownTypes } from '../ward-officer-minutes/notice-unknown-types.ts';
import { PUBLISHER } from '../ward-officer-minutes/type-columns.ts';
import { readTeamRow, type TeamMinutes } from './read-team-row.ts';
import { rowsBy } from './rows-by.ts';
import { sumOverTeams } from './sum-over-teams.ts';
import { teamColumns } from './team-columns.ts';

type CellRow = KeyedRow<TeamMinutes> & { cell: string };

const SPOILT = 'of a borough and month another row of which cannot be used, so that its sums are not known';

/**
 * Reads minutes on duty by team, month and type of abstraction, and sums them over the teams of a borough. Where one row
 * of a borough and month cannot be used, its sums are not known, and no row of it is used.
 * @param now the present month: later ones are left out
 */
export function readTeams(text: string, now: Month): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const columns = teamColumns(table.columns);
  if ('lacking' in columns) return { kind: 'refused', because: `lacks "${columns.lacking[0]}": download it again` };
  const keyed: CellRow[] = [];
  for (const row of table.rows) {
    const read = readTeamRow(row, columns, now);
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push(read);
  }
  const settled = settleRepeats(keyed, table.leftOut);
  const cells: Cell[] = [];
  for (const [cell, rows] of rowsBy(keyed, (each) => each.cell)) {
    const firsts = new Map(rows.toReversed().map((each) => [each.key, each]));
    const summed = sumsOf([...firsts.keys()], settled);
    if (typeof summed !== 'string') cells.push({ cell, ...summed });
    else for (const each of rowsUsed(firsts, settled)) table.leftOut.add(each, summed);
  }
  const brought = { series: seriesOfFigures(PUBLISHER, figuresOf(cells)), notices: noticesOf(cells) };
  return asReadText(table, brought, adviceOn(table.leftOut.rows()));
}

/** What to do where no row can be used: the first row that is wrong itself, not those it spoils, by its line and words. */
function adviceOn(rows: readonly RefusedRow[]): string {
  const wrong = rows.find(({ reason }) => reason !== SPOILT);
  if (wrong === undefined) return 'correct it or ask whoever made it';
  return `line ${wrong.line} has ${wrong.reason} ("${oneLine(wrong.text)}"): correct it or ask whoever made the file`;
}

interface Cell {
  cell: string;
  month: Month;
  boroughCode: string;
  sums: ReadonlyMap<string, number>;
}

/** The sums of one month and borough, or why they are not known. */
function sumsOf(keys: readonly string[], settled: ReadonlyMap<string, TeamMinutes>): Omit<Cell, 'cell'> | string {
  const known = keys.flatMap((key) => settled.get(key) ?? []);
  const [first] = known;
  if (first === undefined || known.length < keys.length) return SPOILT;
  const sums = sumOverTeams(known);
  return typeof sums === 'string' ? sums : { month: first.month, boroughCode: first.boroughCode, sums };
}

const rowsUsed = (firsts: ReadonlyMap<string, CellRow>, settled: ReadonlyMap<string, TeamMinutes>): CellRow['row'][] =>
  [...firsts].filter(([key]) => settled.has(key)).map(([, { row }]) => row);

/** A type that a file has somewhere is none where a borough and month has no row of it: nothing is listed that was not. */
function figuresOf(cells: readonly Cell[]): Figure[] {
  const categories = categoriesOf(cells);
  return cells.flatMap(({ month, boroughCode, sums }) =>
    categories.map((category) => ({
      ...{ category, areaCode: boroughCode, month },
      boundaryVersion: 'boroughs-2022' as const,
      value: sums.get(category) ?? 0,
    })),
  );
}

const categoriesOf = (cells: readonly Cell[]): string[] => [...new Set(cells.flatMap(({ sums }) => [...sums.keys()]))];

function noticesOf(cells: readonly Cell[]): ReasonCount[] {
  const notices = reasonCounter();
  const months = new Set(cells.map(({ month }) => month)).size;
  const boroughs = new Set(cells.map(({ boroughCode }) => boroughCode)).size;
  notices.add('a borough and month without a figure', months * boroughs - cells.length);
  noticeUnknownTypes(categoriesOf(cells), notices);
  return notices.counts();
}
