import { boundarySet } from '../../geography/index.ts';
import { addMonths, monthName } from '../../lib/calendar/month.ts';
import type { Measure, Origin, Series } from '../model.ts';
import { latestFigure } from './latest-figure.ts';

const FIGURE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "6,967" or "0.61": a figure of any unit. */
export function sayFigure(value: number): string {
  return FIGURE.format(value);
}

/** "Camden: 11,204 in the year to March 2026". */
export function sayLatest(measure: Measure, area: string, series: Series): string {
  const latest = latestFigure(measure, series);
  if (latest === null) return `${area}: no figure that is not doubtful`;
  return latest.kind === 'year'
    ? `${area}: ${sayFigure(latest.value)} in the year to ${monthName(latest.to)}`
    : `${area}: ${sayFigure(latest.value)} in ${monthName(latest.month)}`;
}

/** "More is worse", "More is better", "More is neither better nor worse". */
export function sayPolarity({ polarity }: Pick<Measure, 'polarity'>): string {
  if (polarity === 'neither') return 'More is neither better nor worse';
  return polarity === 'more is worse' ? 'More is worse' : 'More is better';
}

const SETS: ReadonlyMap<string, string> = new Map([
  ['wards-2014', 'wards until 2022'],
  ['wards-2022', 'wards'],
  ['boroughs-2022', 'boroughs'],
  ['lsoas-2011', 'LSOAs of 2011'],
  ['lsoas-2021', 'LSOAs of 2021'],
  ['police-forces', 'forces'],
]);

/** A set of areas in a word or two, for a table's cell. */
export function saySet(version: Series['boundaryVersion']): string {
  return SETS.get(version) ?? version;
}

const ORIGINS: Record<Origin, string> = {
  published: 'published for this area',
  'published, back-cast': 'published, counted anew for an area that did not exist yet',
  'counted from incidents': 'counted here, from incidents with a location in the area',
  'LSOA best fit': 'summed here over the LSOAs that best fit the area',
  'summed over wards': 'summed here over the borough’s wards',
  'made up': 'made up for the demonstration',
};

/** Where the figures of a series come from, one sentence for each run of months of one origin. */
export function sayOrigins({ origins, firstMonth, convertedFrom }: Series): string[] {
  const known = origins.flatMap((origin, at) => (origin === null ? [] : [{ origin, at }]));
  const starts = known.filter(({ origin }, index) => origin !== known[index - 1]?.origin);
  const runs = starts.map(({ origin, at }, index) => {
    const next = starts[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return { origin, from: at, to: known.findLast((each) => each.at < next)?.at ?? at };
  });
  const converted =
    convertedFrom === null
      ? []
      : [`Made from figures of ${boundarySet(convertedFrom).title}, because no file has them for this area.`];
  return [
    ...runs.map(({ origin, from, to }) => {
      const [first, last] = [from, to].map((at) => monthName(addMonths(firstMonth, at)));
      const span = first === last ? first : `${first} to ${last}`;
      return `${span}: ${ORIGINS[origin]}.`;
    }),
    ...converted,
  ];
}

/** "Source: Metropolitan Police Service, vintage 2026-03, a.csv and b.csv." */
export function saySource({ publisher }: Measure, { synthetic, vintage, files }: Series): string {
  if (synthetic) return 'Source: made up by Wardroom’s demonstration, with a fixed seed.';
  return `Source: ${publisher}, vintage ${vintage}${files.length === 0 ? '' : `, ${files.join(' and ')}`}.`;
}
