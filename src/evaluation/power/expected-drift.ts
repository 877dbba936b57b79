import { sayChange, sayPercent } from '../words/say-amount.ts';
import type { ExpectedDrift } from './model.ts';

/** Areas of which some were chosen because they were high. */
export interface DriftQuestion {
  /** Areas × months before the start: logs of counts, or rates; treated areas first. */
  values: readonly (readonly number[])[];
  /** How many of the areas are treated, ≥ 1. */
  treated: number;
  scale: 'log' | 'rate';
  /** What they were chosen for, within a sentence: "robbery". */
  title: string;
}

/** Months by which areas are chosen, and after which they are looked at again. */
const WINDOW = 12;

/**
 * How far areas that were chosen for being high in the year before the start are expected to come down by themselves: what is
 * high is high in part by chance, and that part does not last. The share that lasts is what the comparison areas kept of
 * their distance from each other a year later (slope of one year on the year before, pooled over all pairs of years).
 * Assumes that treated areas keep as much as the others do.
 * @returns null where less than two years are held, fewer than three comparison areas, or all are alike
 * @source Barnett, van der Pols and Dobson (2005), doi:10.1093/ije/dyh299
 */
export function expectedDrift({ values, treated, scale, title }: DriftQuestion): ExpectedDrift | null {
  const months = values[0]?.length ?? 0;
  const donors = values.slice(treated);
  if (months < 2 * WINDOW || donors.length < 3) return null;
  const reliability = reliabilityOf(donors, months, scale);
  if (reliability === null) return null;
  const levels = values.map((row) => levelOf(row, months - WINDOW, scale));
  const own = together(levels.slice(0, treated), scale);
  const excess = own - together(levels.slice(treated), scale);
  const drift = -(1 - reliability) * excess;
  const asPercent = (distance: number, from: number) =>
    scale === 'log' ? 100 * Math.expm1(distance) : from === 0 ? 0 : (100 * distance) / from;
  // What was not above the others does not come down: nothing is said of it.
  const percent = excess > 0 ? asPercent(drift, own) : null;
  const excessPercent = asPercent(excess, own - excess);
  return {
    ...{ percent, excessPercent, reliability },
    because: sayDrift({ percent, excessPercent, reliability }, title),
  };
}

function sayDrift({ percent, excessPercent, reliability }: Omit<ExpectedDrift, 'because'>, title: string): string {
  if (percent === null) {
    return `The areas were to be chosen for being high on ${title}, but in the year before the start they were not above the comparison areas.`;
  }
  const kept = `of such a distance ${sayPercent(100 * reliability)} is there a year later`;
  return `The areas were chosen for being high on ${title}: ${sayPercent(excessPercent)} above the comparison areas in the year before the start, and ${kept}, so about ${sayChange(percent)} is to be expected by itself.`;
}

/** Slope of areas' levels in one year on those in the year before, each about its year's mean, 0 to 1. */
function reliabilityOf(donors: readonly (readonly number[])[], months: number, scale: 'log' | 'rate'): number | null {
  let products = 0;
  let squares = 0;
  for (let end = months; end >= 2 * WINDOW; end -= WINDOW) {
    const earlier = aboutMean(donors.map((row) => levelOf(row, end - 2 * WINDOW, scale)));
    const later = aboutMean(donors.map((row) => levelOf(row, end - WINDOW, scale)));
    products += earlier.reduce((sum, value, at) => sum + value * (later[at] ?? 0), 0);
    squares += earlier.reduce((sum, value) => sum + value ** 2, 0);
  }
  return squares > 0 ? Math.min(1, Math.max(0, products / squares)) : null;
}

/** The level of several areas, as they are compared: the log of their average count, or their average rate. */
const together = (levels: readonly number[], scale: 'log' | 'rate'): number =>
  scale === 'log' ? Math.log(mean(levels.map(Math.exp))) : mean(levels);

/** An area's level over a year: the log of its average count, or its average rate. */
function levelOf(row: readonly number[], from: number, scale: 'log' | 'rate'): number {
  const year = row.slice(from, from + WINDOW);
  return scale === 'log' ? Math.log(mean(year.map(Math.exp))) : mean(year);
}

const aboutMean = (values: readonly number[]): number[] => {
  const middle = mean(values);
  return values.map((value) => value - middle);
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
