import type { BookRefusal } from './book-rows.ts';
import type { DifferenceLine } from './describe-differences.ts';
import type { ImportCounts } from './import-counts.ts';

/** "posts.csv, line 7: rank: …", on one line whatever was typed. */
export function refusalLine({ file, line, sentence }: BookRefusal): string {
  const where = [file, line === null ? '' : `line ${line}`].filter((part) => part !== '').join(', ');
  return `${where === '' ? '' : `${where}: `}${sentence}`.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** One line for each row that is added or changed. */
export const differenceLines = (differences: readonly DifferenceLine[]): string[] =>
  differences.map(({ what, row, cells }) => {
    const changes = cells.map(({ column, before, after }) => `${column} from "${before}" to "${after}"`).join(', ');
    return `${what}: ${row}${changes === '' ? '' : `: ${changes}`}`.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  });

export const countColumns = [
  { head: '', align: 'left' },
  { head: 'added', align: 'right' },
  { head: 'changed', align: 'right' },
  { head: 'unchanged', align: 'right' },
] as const;

export const countRows = (counts: ImportCounts): string[][] =>
  Object.entries(counts).map(([kind, { added, changed, unchanged }]) => [
    kind,
    String(added),
    String(changed),
    String(unchanged),
  ]);
