import { MONTH_COLUMN, MPS_COLUMNS } from '../recognition/known-layouts.ts';
import type { Head, TextSource } from '../text-source.ts';
import { readMonthlyFile } from './read-monthly-file.ts';

const LOST =
  'looks like a monthly crime file of the Metropolitan Police that has lost its category columns (MajorText and MinorText): download it again';

/** The monthly files of recorded crime by ward: one row a ward and offence, one column a month. */
export const MPS_WARD = monthly('ward');

/** The same by borough. */
export const MPS_BOROUGH = monthly('borough');

function monthly(level: 'ward' | 'borough'): TextSource {
  return {
    kind: level === 'ward' ? 'mps-ward' : 'mps-borough',
    title: `MPS ${level}-level monthly crime`,
    reads: `monthly ${level}-level crime files of the Metropolitan Police`,
    knows(head) {
      if (levelOf(head) !== level || head.kind !== 'csv') return false;
      const has = (names: readonly string[]): boolean => names.some((name) => head.columns.includes(name));
      return has(MPS_COLUMNS.major) && has(MPS_COLUMNS.minor) ? true : { refused: LOST };
    },
    read: (text, { held, now }) => readMonthlyFile(text, level, held, now),
  };
}

function levelOf(head: Head): 'ward' | 'borough' | null {
  if (head.kind !== 'csv' || !head.columns.some((column) => MONTH_COLUMN.test(column))) return null;
  const has = (names: readonly string[]): boolean => names.some((name) => head.columns.includes(name));
  if (has(MPS_COLUMNS.lsoaCode)) return null;
  if (has(MPS_COLUMNS.wardCode)) return 'ward';
  return has(MPS_COLUMNS.borough) ? 'borough' : null;
}
