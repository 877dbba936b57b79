import { CATALOGUE } from '../../measures/index.ts';
import { sayMissing } from '../comparison/say-missing.ts';
import type { MonthlyFigures, PerformanceArea } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { Lacking } from './model.ts';
import { type PeriodMonths, periodMonths } from './period-months.ts';

/** Beginnings of the names of the measures whose figures the service report reads. */
const READ = [
  'burglary-attendance-',
  'response-',
  'service-survey-',
  'survey-',
  'crime-outcomes-',
  'charges-',
  'backlog-',
  'anti-social-behaviour-calls',
];

/** Every measure the service report reads. */
export const SERVICE_MEASURE_NAMES: readonly string[] = CATALOGUE.map(({ name }) => name).filter((name) =>
  READ.some((beginning) => name.startsWith(beginning)),
);

/** What is held for an area, and for each official area it is made of. */
export interface ServiceFigures {
  area: PerformanceArea;
  /** Official areas it is made of, itself where it is one. */
  parts: readonly PerformanceArea[];
  figures: readonly MonthlyFigures[];
}

/** The figures of a measure for the area; null where none are held. */
export function figuresOf({ area, figures }: ServiceFigures, measure: string): MonthlyFigures | null {
  return figuresAt(figures, measure, area);
}

/** The figures of a measure for each official area, one for each; null where one of them has none. */
export function figuresOfParts({ parts, figures }: ServiceFigures, measure: string): MonthlyFigures[] | null {
  const found = parts.flatMap((part) => figuresAt(figures, measure, part) ?? []);
  return found.length === parts.length ? found : null;
}

/** The figures of a measure for one official area; null where none are held. */
export function figuresAt(
  figures: readonly MonthlyFigures[],
  measure: string,
  { word }: Pick<PerformanceArea, 'word'>,
): MonthlyFigures | null {
  return figures.find((each) => each.measure === measure && each.area.word === word) ?? null;
}

/** Months of several measures, in the order asked, and the figures they are of; or why there are none. */
type MonthsHeld = { months: readonly PeriodMonths[]; used: readonly MonthlyFigures[] } | Pick<Lacking, 'because'>;

/**
 * The months of several measures of one file in both periods; or why there are none, in one sentence.
 * @param what what the file holds, such as "response times"
 */
export function monthsHeld(
  held: ServiceFigures,
  { measures, periods, what }: { measures: readonly string[]; periods: Periods; what: string },
): MonthsHeld {
  const used = measures.flatMap((measure) => figuresOf(held, measure) ?? []);
  if (used.length < measures.length) return { because: sayNoFile(held.area, what) };
  const apart = sayVintagesApart(used);
  if (apart !== null) return { because: apart };
  const months = used.map((figures) => periodMonths(figures, periods));
  const lacking = used.find((_, at) => months[at] === null);
  if (lacking !== undefined) return { because: sayMissing(lacking, periods) };
  return { months: months.filter((each) => each !== null), used };
}

/** Why nothing is held. */
export function sayNoFile({ name, kind }: PerformanceArea, what: string): string {
  const only = kind === 'ward' || kind === 'lsoa' || kind === 'cluster' ? ', which are held by borough at most' : '';
  return `No ${what} of ${name} are published here yet${only}.`;
}

/** That figures of one file come from several vintages; null where they do not. */
export function sayVintagesApart(used: readonly MonthlyFigures[]): string | null {
  const vintages = [...new Set(used.map(({ vintage }) => vintage))].toSorted();
  if (vintages.length < 2) return null;
  return `The figures come from different publications (${vintages.join(', ')}), which are never mixed: import them together, or ask for one of them.`;
}
