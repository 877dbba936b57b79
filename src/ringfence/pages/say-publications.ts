import { type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import type { MonthBefore, Publication } from '../before/model.ts';

/**
 * Which months are of which publication, and why the chart is of one of them.
 * @param charted those of the months that the chart shows
 */
export function sayPublications(
  months: readonly MonthBefore[],
  charted: readonly MonthBefore[],
  publications: readonly Publication[],
): string {
  const spans = publications.flatMap(({ vintage, files }) => {
    const own = months.filter(({ vintages }) => vintages.includes(vintage)).map(({ month }) => month);
    return own.length === 0 ? [] : [`${runs(own)} from ${andList(files)}`];
  });
  if (spans.length < 2) return '';
  const chart = charted.length < 2 ? '' : ' The chart and the share are of one of them.';
  return `Each month is of the newest publication that has it: ${andList(spans)}.${chart} The force restates what it published, so months of two publications are not compared with each other.`;
}

/** "May 2018 to March 2024 and June 2024". */
function runs(months: readonly Month[]): string {
  const found: { from: Month; to: Month }[] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last !== undefined && monthsBetween(last.to, month) === 1) last.to = month;
    else found.push({ from: month, to: month });
  }
  return andList(
    found.map(({ from, to }) => (from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`)),
  );
}
