import { isMonth, type Month, monthFromNumber, monthNumber } from '../../lib/calendar/month.ts';
import type { Panel } from '../../lib/causal/index.ts';
import { nearNames } from '../../measures/index.ts';
import { tableOf } from './table-of.ts';

/** Columns of a table with one line for each unit and time. */
export interface PanelColumns {
  unit: string;
  time: string;
  outcome: string;
}

/** A panel, or why a table is none: one sentence. */
export type ReadPanel = { kind: 'panel'; panel: Panel } | { kind: 'refused'; because: string };

/** Digits with or without a point and an exponent; not "0x1", "1_000" or "Infinity". */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Beyond this, differences between figures are rounding. */
const MOST = 1e15;

/**
 * Reads a panel from a CSV text, parted by commas or semicolons, whatever the order of its lines and columns. Nothing is
 * guessed: a unit without a time that others have is a gap, as is a year or month that all of them lack.
 * @returns refused, in one sentence that names the line, or the unit and the time
 */
export function readPanel(text: string, columns: PanelColumns): ReadPanel {
  const { head, rows } = tableOf(text);
  const places = (['unit', 'time', 'outcome'] as const).map((role) => head.indexOf(columns[role]));
  const lacking = places.indexOf(-1);
  if (lacking !== -1) return refused(sayNoColumn([columns.unit, columns.time, columns.outcome][lacking] ?? '', head));
  const cells = new Map<string, Map<string, number>>();
  for (const { fields, line } of rows) {
    const [unit, time, outcome] = places.map((place) => fields[place] ?? '');
    if (fields.length !== head.length || !unit || !time) {
      return refused(`Line ${line} has not the ${head.length} fields of the header: right it, then try again.`);
    }
    const value = NUMBER.test(outcome ?? '') ? Number(outcome) : Number.NaN;
    if (Number.isNaN(value)) {
      return refused(
        `Line ${line} has "${outcome}" as ${columns.outcome}, which is no number: right it or leave out the unit.`,
      );
    }
    if (Math.abs(value) > MOST) {
      return refused(
        `Line ${line} has ${outcome} as ${columns.outcome}, which is beyond 10 to the 15: write it in a larger unit.`,
      );
    }
    const own = cells.get(unit) ?? new Map<string, number>();
    if (own.has(time)) return refused(`Line ${line} has ${unit} in ${time} a second time: keep one of them.`);
    cells.set(unit, own.set(time, value));
  }
  return panelOf(cells, columns.time);
}

const refused = (because: string): ReadPanel => ({ kind: 'refused', because });

function sayNoColumn(column: string, head: readonly string[]): string {
  const [near] = nearNames(column, head, 1);
  const meant = near === undefined ? '' : `did you mean "${near}"? `;
  return `The file has no column "${column}": ${meant}it has ${head.map((name) => `"${name}"`).join(', ')}.`;
}

function panelOf(cells: ReadonlyMap<string, ReadonlyMap<string, number>>, column: string): ReadPanel {
  const held = [...new Set([...cells.values()].flatMap((own) => [...own.keys()]))].toSorted(inOrder);
  if (held.length === 0) return refused('The file has no lines under its header.');
  const skipped = firstSkipped(held);
  if (skipped !== null) return refused(`No unit has a value for ${skipped} in ${column}, and gaps are not bridged.`);
  for (const [unit, own] of cells) {
    const gap = held.find((time) => !own.has(time));
    if (gap !== undefined) {
      return refused(`${unit} has no value for ${gap}, and gaps are not bridged: add it, or leave ${unit} out.`);
    }
  }
  const units = [...cells.keys()];
  return {
    kind: 'panel',
    panel: { units, times: held, values: units.map((unit) => held.map((time) => cells.get(unit)?.get(time) ?? 0)) },
  };
}

/** Numbers by size, anything else as text: months and days written with the year first are in order then. */
function inOrder(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (Number.isFinite(a) && Number.isFinite(b)) return a - b;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A way in which times are written that follow each other without a gap: as a whole number, and back. */
interface Calendar {
  is: (time: string) => boolean;
  number: (time: string) => number;
  time: (number: number) => string;
}

const dashed = (time: string): Month => `${time.slice(0, 4)}-${time.slice(4)}` as Month;

/** Years, months as "2016-04", and months as "201604". */
const CALENDARS: readonly Calendar[] = [
  {
    is: (time) => /^\d{4}$/.test(time),
    number: Number,
    time: (number) => String(number).padStart(4, '0'),
  },
  { is: isMonth, number: (time) => monthNumber(time as Month), time: monthFromNumber },
  {
    is: (time) => /^\d{6}$/.test(time) && isMonth(dashed(time)),
    number: (time) => monthNumber(dashed(time)),
    time: (number) => monthFromNumber(number).replace('-', ''),
  },
];

/** The first year or month between others that all units lack; null where none does, and for times of any other kind. */
function firstSkipped(held: readonly string[]): string | null {
  const calendar = CALENDARS.find(({ is }) => held.every(is));
  if (calendar === undefined) return null;
  const { number, time } = calendar;
  const before = held.find((each, at) => at + 1 < held.length && number(held[at + 1] ?? '') - number(each) > 1);
  return before === undefined ? null : time(number(before) + 1);
}
