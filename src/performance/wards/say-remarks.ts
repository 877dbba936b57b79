import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { exceptionsIn } from '../comparison/exceptional-months.ts';
import { sayPublication } from '../pages/say-publication.ts';
import { sayDifferences } from '../periods/say-differences.ts';
import type { WardsComparison } from './model.ts';

/** What a reader must know of the figures, the same on the page, the command line and in files; one sentence each. */
export function sayRemarks(shown: WardsComparison): string[] {
  const { backCast, doubtful, residentsMonth, changed, beside } = shown;
  const periods = 'because' in changed ? null : changed.periods;
  const months = andList(doubtful.map((month) => monthName(month)));
  return [
    ...(residentsMonth === null
      ? []
      : [`Rates are for the residents of ${monthName(residentsMonth)}, the latest held, whichever period is shown.`]),
    ...(backCast
      ? ['Months before May 2022 were counted again by the publisher for wards that did not exist yet.']
      : []),
    ...(doubtful.length === 0
      ? []
      : [
          `${months} ${doubtful.length === 1 ? 'is' : 'are'} doubtful: the file seems to lack much of ${doubtful.length === 1 ? 'it' : 'them'}.`,
        ]),
    ...[beside.period, ...(periods === null ? [] : [periods.previous])].flatMap((period) =>
      exceptionsIn(period).map(
        ({ from, to, because }) =>
          `${period.label} has months with ${because} (${monthName(from)} to ${monthName(to)}), which bring changes of their own.`,
      ),
    ),
    ...(periods === null ? [] : sayDifferences(periods)),
  ];
}

/** Where the figures are from, in one sentence. */
export function saySource({ synthetic, vintage, files }: WardsComparison): string {
  return synthetic ? 'Source: made up by Wardroom’s demonstration.' : sayPublication([vintage], files);
}
