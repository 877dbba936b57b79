import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { referenceAreas } from '../../src/geography/index.ts';

/** The borough file of the Metropolitan Police, kept beside the repository and never in it. */
const FILE = fileURLToPath(
  new URL('../../../shared/data/mps/MPS Borough Level Crime (Historical).csv', import.meta.url),
);

/** Whether real series are at hand. */
export const HAS_BOROUGH_SERIES = existsSync(FILE);

/** Crimes a month of each borough but the City, by official code. */
export interface BoroughSeries {
  units: readonly string[];
  /** "2010-04" on. */
  times: readonly string[];
  /** Boroughs × months. */
  counts: readonly (readonly number[])[];
}

/**
 * The rows of the file that match, summed by borough.
 * @param matches by major and minor group, as the file writes them
 */
export function boroughSeries(matches: (major: string, minor: string) => boolean): BoroughSeries {
  const [head = '', ...lines] = readFileSync(FILE, 'utf8').trim().split(/\r?\n/);
  const times = head
    .split(',')
    .slice(3)
    .map((month) => `${month.slice(0, 4)}-${month.slice(4)}`);
  const boroughs = referenceAreas('boroughs-2022').filter(({ name }) => name !== 'City of London');
  const sums = new Map(boroughs.map(({ name }) => [name, times.map(() => 0)]));
  for (const line of lines) {
    const [major = '', minor = '', borough = '', ...values] = line.split(',');
    if (!matches(major, minor)) continue;
    const sum = sums.get(borough);
    if (sum !== undefined)
      values.forEach((value, at) => {
        sum[at] = (sum[at] ?? 0) + Number(value);
      });
  }
  return { units: boroughs.map(({ code }) => code), times, counts: boroughs.map(({ name }) => sums.get(name) ?? []) };
}
