import type { BoundaryVersion } from '../../geography/index.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter, reasonsTogether } from '../count-reasons.ts';
import type { Table, TableRow } from '../read-table.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { type AreaRow, readAreaRows } from './area-rows.ts';
import { mayBeNegative } from './may-be-negative.ts';
import { type ProfileSettings, profileColumns } from './profile-columns.ts';
import { readProfileCell } from './read-profile-cell.ts';
import { toRuns } from './to-runs.ts';

export interface ProfileReading extends ProfileSettings {
  /** The area of a row, or the reason why it is left out. */
  placeOf(row: TableRow): { areaCode: string; version: BoundaryVersion } | string;
  /** How the publication marks a figure it does not give, blank included. */
  marks: readonly string[];
}

/**
 * Reads a table of many figures, one row an area. A cell without a number has no value; one that cannot be read, or is
 * negative where nothing can be, is counted besides, and the rest of its row is kept. Columns of words are no figures and not kept.
 */
export function readProfile(table: Table, reading: ProfileReading): ReadText | RefusedText {
  const header = profileColumns(table.columns, reading);
  if (header.kind === 'refused') return header;
  const notices = reasonCounter();
  const worded = new Set<string>();
  const rows = readAreaRows(table, (row): AreaRow | string => {
    const place = reading.placeOf(row);
    if (typeof place === 'string') return place;
    const values = header.columns.map(({ at, title }) => {
      const cell = readProfileCell(row.fields[at] ?? '', reading.marks);
      if (typeof cell === 'number' && (cell >= 0 || mayBeNegative(title))) return cell;
      if (typeof cell === 'number') notices.add(`a negative figure, in "${title}", where none can be: no value`);
      else if (cell === 'words') worded.add(title);
      else if (cell === 'not given') notices.add('a figure that the publication does not give: no value');
      else notices.add(`a figure that is no number, in "${title}": no value`);
      return null;
    });
    return { ...place, values };
  });
  notices.add('a column that holds words, not figures: not kept', worded.size);
  const series = toRuns(rows, header.columns, reading.publisher);
  return asReadText(table, { series, notices: reasonsTogether(header.notices, notices.counts()) });
}
