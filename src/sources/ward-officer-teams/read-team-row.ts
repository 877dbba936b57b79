import { boroughByName } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { TableRow } from '../read-table.ts';
import type { KeyedRow } from '../settle-repeats.ts';
import { categoryOfType, NOT_ABSTRACTED_TYPE } from '../ward-officer-minutes/type-columns.ts';
import { monthAsWritten } from './month-as-written.ts';
import type { TeamColumns } from './team-columns.ts';

/** Minutes of one team, month and type. */
export interface TeamMinutes {
  month: Month;
  boroughCode: string;
  /** Tells the team apart within its month and borough. */
  team: string;
  category: string;
  minutes: number;
  /** All minutes that the team was on duty, in a file that gives them. */
  rostered: number | null;
}

const MINUTES = /^\d{1,9}(?:\.\d{1,6})?$/;
const UNREADABLE_MINUTES = 'minutes that are no plain number, written as 540';

/** A row by month, borough, team and type, with the month and borough that it is about; or why it cannot be used. */
export function readTeamRow(
  row: TableRow,
  columns: TeamColumns,
  now: Month,
): (KeyedRow<TeamMinutes> & { cell: string }) | string {
  const month = monthAsWritten(row.value(columns.month));
  if (month === null) return 'no month, written as 2024-03, 01/03/2024 or March 2024';
  if (month > now) return 'a month still to come';
  const boroughCode = boroughOf(row, columns);
  if (boroughCode === null) return 'no London borough, or a name and a code of different ones';
  const optional = (column: string | null) => (column === null ? '' : row.value(column));
  const team = JSON.stringify([row.value(columns.team), optional(columns.wardCodes)]);
  const cell = `${month} ${boroughCode}`;
  const type = typeOf(row.value(columns.abstracted), row.value(columns.type));
  const key = JSON.stringify([cell, team, 'type' in type ? type.type : row.value(columns.type)]);
  if ('unreadable' in type) return { row, key, cell, stated: type };
  const minutes = row.value(columns.minutes);
  if (/^-\d/.test(minutes)) return { row, key, cell, stated: { unreadable: 'fewer minutes than none' } };
  const rostered = optional(columns.rostered);
  if (!MINUTES.test(minutes) || (rostered !== '' && !MINUTES.test(rostered)))
    return { row, key, cell, stated: { unreadable: UNREADABLE_MINUTES } };
  const stated: TeamMinutes = {
    ...{ month, boroughCode, team, category: categoryOfType(type.type) },
    ...{ minutes: Number(minutes), rostered: rostered === '' ? null : Number(rostered) },
  };
  return { row, key, cell, stated };
}

/** The workbook writes "Camden Borough". */
function boroughOf(row: TableRow, columns: TeamColumns): string | null {
  const named = boroughByName(row.value(columns.borough).replace(/ borough$/i, ''));
  const code = columns.boroughCode === null ? '' : row.value(columns.boroughCode);
  if (code === '') return named?.code ?? null;
  const coded = boroughByName(code);
  return coded !== null && coded.code === named?.code ? coded.code : null;
}

function typeOf(abstracted: string, type: string): { type: string } | { unreadable: string } {
  const said = abstracted.toLowerCase();
  if (said !== 'yes' && said !== 'no') return { unreadable: 'an "Abstracted from Duty" that is neither Yes nor No' };
  const notAbstracted = type === '' || type.toLowerCase() === NOT_ABSTRACTED_TYPE.toLowerCase();
  if (said === 'no')
    return notAbstracted
      ? { type: NOT_ABSTRACTED_TYPE }
      : { unreadable: 'not abstracted from duty, yet with a type of abstraction' };
  return notAbstracted ? { unreadable: 'abstracted from duty without a type of abstraction' } : { type };
}
