import { monthName } from '../../lib/calendar/month.ts';
import type { Measure } from '../model.ts';
import type { OnlyIn, Revision, Revisions } from './revisions-between.ts';
import { largestRevisions, type RevisionSum, sumByArea, sumByYear, sumRevisions } from './sum-revisions.ts';

const MOST_AREAS = 10;
const MOST_MONTHS = 10;

/** What changed between two vintages, for people: in all, by year, by the areas and the months that changed most. */
export function revisionLines(
  measure: Measure,
  { from, to, boundaryVersion, months, names, ...only }: Revisions,
): string[] {
  const all = sumRevisions(months);
  const areas = sumByArea(months)
    .filter(({ changed }) => changed > 0)
    .toSorted((a, b) => b.moved - a.moved);
  const largest = largestRevisions(months, MOST_MONTHS);
  const named = (code: string): string => (names.has(code) ? `${code} ${names.get(code)}` : code);
  return [
    `${measure.title}, ${boundaryVersion}: from ${from} to ${to}`,
    `${whole(all.changed)} of ${whole(all.months)} months of an area differ: ${change(all)}`,
    ...doubtfulLine(months),
    ...onlyLine(only.onlyBefore, from),
    ...onlyLine(only.onlyAfter, to),
    ...(all.changed === 0 ? [] : ['', 'By financial year', ...sumByYear(months).map((sum) => `  ${line(sum)}`)]),
    ...(areas.length === 0
      ? []
      : [
          '',
          'Areas that changed most',
          ...areas.slice(0, MOST_AREAS).map((sum) => `  ${line({ ...sum, of: named(sum.of) })}`),
        ]),
    ...(largest.length === 0 ? [] : ['', 'Months that changed most']),
    ...largest.map(
      ({ areaCode, month, before, after, difference }) =>
        `  ${named(areaCode)} ${month}: ${whole(before)} to ${whole(after)} (${signed(difference)})`,
    ),
  ];
}

const line = (sum: RevisionSum): string =>
  `${sum.of}: ${change(sum)}, ${whole(sum.changed)} of ${whole(sum.months)} changed`;

function change({ before, after, difference }: RevisionSum): string {
  const share = before === 0 ? '' : `, ${signed(Math.round((1000 * difference) / before) / 10)} %`;
  return `${whole(before)} to ${whole(after)} (${signed(difference)}${share})`;
}

function doubtfulLine(months: readonly Revision[]): string[] {
  const doubtful = [...new Set(months.filter((each) => each.doubtful).map(({ month }) => month))].sort();
  if (doubtful.length === 0) return [];
  const named = doubtful.slice(0, MOST_MONTHS).map((month) => monthName(month));
  const more = doubtful.length - named.length;
  return [
    `In no sum, because one of the two seems to lack much of it: ${named.join(', ')}${more > 0 ? ` and ${more} more months` : ''}`,
  ];
}

function onlyLine(only: readonly OnlyIn[], vintage: string): string[] {
  if (only.length === 0) return [];
  const months = [...new Set(only.flatMap((each) => each.months))].sort();
  return [`Only in ${vintage}: ${months.length} months (${months[0]} to ${months.at(-1)}) of ${only.length} areas`];
}

/** Rounded to one decimal; adding 0 takes the sign off a zero. */
const whole = (value: number): string => (value + 0).toLocaleString('en-GB', { maximumFractionDigits: 1 });
const signed = (value: number): string => `${value > 0 ? '+' : ''}${whole(value)}`;
