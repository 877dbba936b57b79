import { boundarySet } from '../geography/index.ts';
import { type Month, monthFromNumber, monthName, monthNumber, parseMonth } from '../lib/calendar/month.ts';
import type { Origin, Series } from './model.ts';

/** What is asked of a series to say where its values come from. */
export type WithOrigins = Pick<Series, 'firstMonth' | 'origins' | 'convertedFrom' | 'boundaryVersion' | 'lookups'>;

/**
 * Says where the figures of some series of one measure come from: published, published anew for areas that came later,
 * counted from incidents, or made here of figures of other areas, and by which lookup. The one place where that is put
 * in words.
 * @param within leaves out other months; null for all
 * @returns one sentence for each run of months of one origin, with its months where there are several; none without a
 * value
 * @example ["April 2020 to April 2022: published by ward, counted anew by the publisher for wards that date from May
 * 2022.", "May 2022 to March 2026: published by ward."]
 */
export function sayOrigins(series: readonly WithOrigins[], within: { from: Month; to: Month } | null = null): string[] {
  const [from, to] = within === null ? [-Infinity, Infinity] : [monthNumber(within.from), monthNumber(within.to)];
  const byMonth = new Map<number, Set<string>>();
  for (const each of series) {
    const first = monthNumber(each.firstMonth);
    for (const [at, origin] of each.origins.entries()) {
      if (origin === null || first + at < from || first + at > to) continue;
      byMonth.set(first + at, (byMonth.get(first + at) ?? new Set()).add(madeHow(origin, each)));
    }
  }
  const runs = runsOf([...byMonth].map(([month, how]) => ({ month, how: [...how].sort().join('; or ') })));
  return runs.map(({ how, first, last }) =>
    runs.length === 1 ? `${how.slice(0, 1).toUpperCase()}${how.slice(1)}.` : `${span(first, last)}: ${how}.`,
  );
}

function runsOf(months: { month: number; how: string }[]): { how: string; first: number; last: number }[] {
  const runs: { how: string; first: number; last: number }[] = [];
  for (const { month, how } of months.toSorted((a, b) => a.month - b.month)) {
    const run = runs.at(-1);
    if (run?.how === how) run.last = month;
    else runs.push({ how, first: month, last: month });
  }
  return runs;
}

function span(first: number, last: number): string {
  const [from, to] = [first, last].map((month) => monthName(monthFromNumber(month)));
  return from === to ? `${from}` : `${from} to ${to}`;
}

function madeHow(origin: Origin, { boundaryVersion, convertedFrom, lookups = [] }: WithOrigins): string {
  const { kind, from } = boundarySet(boundaryVersion);
  const one = kind === 'lsoa' ? 'LSOA' : kind;
  const parts = convertedFrom === null ? null : boundarySet(convertedFrom).title;
  switch (origin) {
    case 'published':
      return `published by ${one}`;
    case 'published, back-cast':
      return `published by ${one}, counted anew by the publisher for ${one}s that date from ${monthName(parseMonth(from.slice(0, 7)))}`;
    case 'counted from incidents':
      return `counted here by ${one}, from the locations of incidents`;
    case 'LSOA best fit': {
      const fit = one === 'borough' ? 'each ward of the borough' : `each ${one}`;
      const by = lookups.length === 0 ? '' : ` by the lookup ${lookups.join(' and ')}`;
      return `summed here over the ${parts ?? 'LSOAs'} that best fit ${fit}${by}, for no file used has it by ${one}`;
    }
    case 'summed over wards':
      return `summed here over all wards of each borough, for no file used has it by ${one}`;
    case 'made up':
      return 'made up for the demonstration';
  }
}
