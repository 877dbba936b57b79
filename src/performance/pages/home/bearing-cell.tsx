import { monthName } from '../../../lib/calendar/month.ts';
import { andList } from '../../../ui/and-list.ts';
import type { ComparisonRow } from '../../model.ts';

/** What a row can bear, in words: its judgement in bold, then its range; doubtful months are said. */
export function BearingCell({ row }: { row: ComparisonRow }) {
  if (row.missing !== null) return <span>{row.missing}</span>;
  const [lead, rest] = leadOf(row.words);
  return (
    <span>
      <b>{lead}</b>
      {rest}
      {row.doubtful.length === 0 ? null : (
        <small class="w-line-of-own">
          {andList(row.doubtful.map((month) => monthName(month)))} {row.doubtful.length === 1 ? 'is' : 'are'} doubtful:
          the file seems to lack much of {row.doubtful.length === 1 ? 'it' : 'them'}.
        </small>
      )}
    </span>
  );
}

/** The judgement that a sentence begins with, and what comes after it. */
export function leadOf(words: string): [lead: string, rest: string] {
  const clear = /^(?:Fewer|More|Lower|Higher), clear of chance(?: on the counts alone)?/.exec(words)?.[0];
  const end = clear?.length ?? (/[:.](?=\s|$)/.exec(words)?.index ?? words.length - 1) + 1;
  return [words.slice(0, end), words.slice(end)];
}
