import { monthName } from '../../../lib/calendar/month.ts';
import { andList } from '../../../ui/and-list.ts';
import type { ComparisonRow } from '../../model.ts';
import { Bearing } from '../bearing.tsx';

/** What a row can bear, in words: its judgement in bold, then its range; doubtful months are said. */
export function BearingCell({ row }: { row: ComparisonRow }) {
  if (row.missing !== null) return <span>{row.missing}</span>;
  return (
    <span>
      <Bearing words={row.words} />
      {row.doubtful.length === 0 ? null : (
        <small class="w-line-of-own">
          {andList(row.doubtful.map((month) => monthName(month)))} {row.doubtful.length === 1 ? 'is' : 'are'} doubtful:
          the file seems to lack much of {row.doubtful.length === 1 ? 'it' : 'them'}.
        </small>
      )}
    </span>
  );
}
