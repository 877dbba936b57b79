import { type Month, monthRange } from '../../lib/calendar/month.ts';
import { type CategorySeries, categoryKey } from '../../measures/index.ts';
import { readMonthlyFile } from '../mps/read-monthly-file.ts';
import { PUBLISHER } from '../mps/to-series.ts';
import { MONTH_COLUMN, MPS_COLUMNS } from '../recognition/known-layouts.ts';
import type { ReadContext, ReadText, RefusedText, TextSource } from '../text-source.ts';

const LOST =
  'looks like an LSOA-level monthly crime file of the Metropolitan Police that has lost its category columns (Major Category and Minor Category): download it again';

/** The monthly files of recorded crime by LSOA: one row an LSOA and offence, one column a month. */
export const MPS_LSOA: TextSource = {
  kind: 'mps-lsoa',
  title: 'MPS LSOA-level monthly crime',
  reads: 'monthly LSOA-level crime files of the Metropolitan Police',
  knows(head) {
    if (head.kind !== 'csv' || !head.columns.some((column) => MONTH_COLUMN.test(column))) return false;
    const has = (names: readonly string[]): boolean => names.some((name) => head.columns.includes(name));
    if (!has(MPS_COLUMNS.lsoaCode)) return false;
    return has(MPS_COLUMNS.major) && has(MPS_COLUMNS.minor) ? true : { refused: LOST };
  },
  read: readLsoaFile,
};

const SEXUAL_OFFENCES = `${PUBLISHER}/sexual-offences/`;
/** Stands for the sexual offences that a file by LSOA does not give; it never has a value. */
export const NOT_GIVEN = categoryKey(PUBLISHER, 'Sexual offences', 'Not given by LSOA');

/**
 * Reads an LSOA-level file. The force gives no sexual offences by LSOA: where a file has none at all, each LSOA gets a
 * run of them without values, so that no measure that includes them, such as recorded crime, shows a sum that lacks them.
 */
function readLsoaFile(text: string, { held, now }: ReadContext): ReadText | RefusedText {
  const read = readMonthlyFile(text, 'lsoa', held, now);
  if (read.kind === 'refused' || read.series.some(({ category }) => category.startsWith(SEXUAL_OFFENCES))) return read;
  const { from, to, boundaryVersions } = read;
  const [boundaryVersion] = boundaryVersions;
  if (from === null || to === null || boundaryVersion === undefined) return read;
  const values = unknown(from, to);
  const withheld = [...new Set(read.series.map(({ areaCode }) => areaCode))].map(
    (areaCode): CategorySeries => ({
      category: NOT_GIVEN,
      areaCode,
      boundaryVersion,
      publisher: PUBLISHER,
      firstMonth: from,
      values,
    }),
  );
  const notice = {
    reason: 'an LSOA without sexual offences, which the file does not give: measures that include them have no value',
    count: withheld.length,
  };
  return { ...read, notices: [...read.notices, notice], series: [...read.series, ...withheld] };
}

function unknown(from: Month, to: Month): null[] {
  return monthRange(from, to).map(() => null);
}
