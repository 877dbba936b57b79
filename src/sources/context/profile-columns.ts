import type { Month } from '../../lib/calendar/month.ts';
import { CATALOGUE, categoryKey, sumsCategory } from '../../measures/index.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import type { RefusedText } from '../text-source.ts';
import type { FigureColumn } from './area-rows.ts';
import { periodIn } from './period-in.ts';

/** A column of a profile: a figure of its own, at the time its name gives. */
export interface ProfileColumn extends FigureColumn {
  /** Place in the row. */
  at: number;
  /** As published. */
  title: string;
}

export interface ProfileSettings {
  publisher: string;
  /** Columns that hold no figures, such as names and codes. */
  others: ReadonlySet<string>;
  /** Month for columns that name no time: the December of the publication's year. */
  published: Month;
  /** The name of a column as it should be read, such as with spaces for underscores. */
  readable?(column: string): string;
  /** Whether a year named in a column stands for its middle, as for population estimates. */
  isMidYear(column: string): boolean;
  now: Month;
}

export interface ProfileColumns {
  kind: 'columns';
  columns: ProfileColumn[];
  notices: ReasonCount[];
}

/**
 * What the columns of a profile or atlas are, told by their names: a category for each name without its time, so that
 * columns of several years make one series. Columns for years still to come (projections) are not kept.
 */
export function profileColumns(
  columns: readonly string[],
  { publisher, others, published, readable, isMidYear, now }: ProfileSettings,
): ProfileColumns | RefusedText {
  const notices = reasonCounter();
  const taken = new Map<string, string>();
  const read: ProfileColumn[] = [];
  for (const [at, title] of columns.entries()) {
    if (others.has(title)) continue;
    const column = readable?.(title) ?? title;
    const period = periodIn(column, isMidYear(column) ? 'june' : 'december');
    const month = period.month ?? published;
    const category = categoryOf(publisher, period.name);
    if (period.month === null)
      notices.add(`a column that names no year: taken as of ${published.slice(0, 4)}, the publication’s`);
    const before = taken.get(`${category} ${month}`);
    if (before !== undefined) {
      return {
        kind: 'refused',
        because: `gives the same figure twice, as "${before}" and as "${title}": download it again`,
      };
    }
    taken.set(`${category} ${month}`, title);
    if (month > now) notices.add('a column for a year still to come: not kept');
    else read.push({ at, title, category, month });
  }
  const unmeasured = new Set(read.map(({ category }) => category).filter((category) => !isMeasured(category)));
  notices.add('a figure held under its own name, which no measure counts yet', unmeasured.size);
  return { kind: 'columns', columns: read, notices: notices.counts() };
}

/** "Births and deaths; % births; " → "ward-atlas/births-and-deaths/percent-births". */
function categoryOf(publisher: string, name: string): string {
  const parts = name
    .replaceAll('%', ' percent ')
    .replaceAll('+', ' and over ')
    .split(';')
    .filter((part) => /[a-z0-9]/i.test(part));
  return categoryKey(publisher, ...parts);
}

function isMeasured(category: string): boolean {
  return CATALOGUE.some((measure) => sumsCategory(measure, category));
}
