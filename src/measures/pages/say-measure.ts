import { monthName } from '../../lib/calendar/month.ts';
import type { Measure, Series } from '../model.ts';
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
