import type { Panel } from '../../lib/causal/index.ts';
import { nearNames } from '../../measures/index.ts';
import type { PanelColumns } from './read-panel.ts';
import { tableOf } from './table-of.ts';

/** A figure of before the start that the comparison is to be like: the mean of a column over some times. */
export interface PredictorAsked {
  column: string;
  /** First and last time, as the file writes them; null: all before the start. */
  times: readonly [string, string] | null;
}

/** What each unit of a panel has of each predictor, or why there is none: one sentence. */
export type ReadPredictors =
  | { kind: 'predictors'; names: readonly string[]; values: readonly (readonly number[])[] }
  | { kind: 'refused'; because: string };

/**
 * Reads a predictor as it is typed: "beer", "beer@1984..1988" or "beer@1975". A column may have an @ in its name.
 * @returns null where a time is missing
 */
export function parsePredictor(text: string): PredictorAsked | null {
  const at = text.lastIndexOf('@');
  if (at === -1) return text.trim() === '' ? null : { column: text.trim(), times: null };
  const [first = '', last = first, ...more] = text
    .slice(at + 1)
    .split('..')
    .map((time) => time.trim());
  const column = text.slice(0, at).trim();
  return column === '' || first === '' || last === '' || more.length > 0 ? null : { column, times: [first, last] };
}

/** As it is typed. */
const nameOf = ({ column, times }: PredictorAsked): string =>
  times === null ? column : `${column}@${times[0] === times[1] ? times[0] : times.join('..')}`;

/**
 * The means of predictors by unit, from the text that a panel was read from. A figure that is missing outside the times that
 * are asked for plays no part; one inside them is refused.
 * @param panel as it was read, with at least one time before the start
 * @param start index of the first treated time
 * @returns values: units × predictors, in order
 */
export function readPredictors(
  text: string,
  columns: PanelColumns,
  { panel, start, asked }: { panel: Panel; start: number; asked: readonly PredictorAsked[] },
): ReadPredictors {
  const { head, rows } = tableOf(text);
  const lacking = asked.find(({ column }) => !head.includes(column));
  if (lacking !== undefined) return refused(sayUnknown('column', lacking.column, head));
  const [unitAt, timeAt] = [head.indexOf(columns.unit), head.indexOf(columns.time)];
  const cells = new Map(rows.map(({ fields }) => [cellOf(fields[unitAt] ?? '', fields[timeAt] ?? ''), fields]));
  const values: number[][] = panel.units.map(() => []);
  for (const predictor of asked) {
    const times = timesOf(predictor, panel, start);
    if (typeof times === 'string') return refused(times);
    const place = head.indexOf(predictor.column);
    for (const [row, unit] of panel.units.entries()) {
      const held = times.map((time) => readNumber(cells.get(cellOf(unit, time))?.[place] ?? ''));
      const gap = held.findIndex((value) => !Number.isFinite(value));
      if (gap !== -1) {
        return refused(
          `${unit} has no ${predictor.column} for ${times[gap]}: name times that every unit has, as "${predictor.column}@FIRST..LAST".`,
        );
      }
      values[row]?.push(held.reduce((sum, value) => sum + value, 0) / held.length);
    }
  }
  return { kind: 'predictors', names: asked.map(nameOf), values };
}

const refused = (because: string): ReadPredictors => ({ kind: 'refused', because });

const cellOf = (unit: string, time: string): string => `${unit}\0${time}`;

const readNumber = (text: string): number => (text === '' ? Number.NaN : Number(text));

/** The times of a predictor; one sentence where they are not times before the start. */
function timesOf({ column, times }: PredictorAsked, panel: Panel, start: number): readonly string[] | string {
  if (times === null) return panel.times.slice(0, start);
  const unknown = times.find((time) => !panel.times.includes(time));
  if (unknown !== undefined) return sayUnknown('time', unknown, panel.times);
  const [first, last] = [panel.times.indexOf(times[0]), panel.times.indexOf(times[1])];
  if (last < first) return `The times of ${column} run backwards: write the earlier one first.`;
  if (last >= start) return `${times[1]} is not before the start: what comes after it foretells nothing of ${column}.`;
  return panel.times.slice(first, last + 1);
}

function sayUnknown(what: string, typed: string, names: readonly string[]): string {
  const near = nearNames(typed, names);
  const meant =
    near.length > 0
      ? `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
      : `it has "${names[0]}" to "${names.at(-1)}".`;
  return `The file has no ${what} "${typed}": ${meant}`;
}
