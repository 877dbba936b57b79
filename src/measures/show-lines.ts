import { addMonths } from '../lib/calendar/month.ts';
import { MOST_WITHOUT_WEIGHT_PERCENT } from './catalogue/harm-measures.ts';
import { isWeighed } from './harm/weigh-series.ts';
import type { Measure, Origin, Series } from './model.ts';
import { sayOrigins } from './say-origins.ts';
import { otherVintagesSaid } from './say-other-vintages.ts';

/** One month of a series as it is shown. */
export interface ShownMonth {
  month: string;
  value: number | null;
  doubtful: boolean;
  origin: Origin | null;
}

/** Every month of a series, with whether its figure is doubtful and where it comes from. */
export function monthly(series: Series): ShownMonth[] {
  return series.values.map((value, index) => {
    const month = addMonths(series.firstMonth, index);
    return { month, value, doubtful: series.doubtful.includes(month), origin: series.origins[index] ?? null };
  });
}

/** What is said of a series besides its figures. */
export interface SaidOfSeries {
  /** Why a month is doubtful, by month. */
  because: ReadonlyMap<string, string>;
  /** The table of weights that the figures are weighed with; null where they are not. */
  weights: { source: string; version: string } | null;
}

/**
 * A series for people: what it is, which vintage and files it comes from, then a line a month; of a measure that is not
 * monthly only the months with a figure, since it has none between.
 */
export function showLines(
  measure: Measure,
  area: { code: string; name: string },
  series: Series,
  { because, weights }: SaidOfSeries,
): string[] {
  const shown = monthly(series).filter(({ value }) => measure.every === 'month' || value !== null);
  return [
    `${measure.title}, ${area.name} (${area.code}), ${measure.unit}`,
    `Vintage ${series.vintage}, from ${series.files.join(' and ')}${series.synthetic ? ' (made-up figures)' : ''}`,
    ...(series.synthetic ? [] : sayOrigins([series])),
    ...(weights === null ? [] : [`Weighed with the table of ${weights.source}, version ${weights.version}.`]),
    ...madeOfLine(measure, series),
    ...otherVintagesSaid(series).map(
      ({ vintage, months }) => `${months} held in the vintage "${vintage}": add --vintage "${vintage}".`,
    ),
    ...gapsLine(measure, series),
    '',
    ...shown.map(({ month, value, doubtful }) => {
      const doubt = doubtful ? `  doubtful: ${because.get(month) ?? 'its file seems to lack much of it'}` : '';
      return `${month}  ${value ?? 'no figure'}${doubt}`;
    }),
  ];
}

/** Which vintage can be chosen of a measure that is made of two others. */
function madeOfLine({ derivedFrom }: Measure, { vintage }: Series): string[] {
  if (derivedFrom === undefined) return [];
  const { mark, count } = derivedFrom;
  const [marks, counts = marks] = vintage.split(' with ');
  return [`Made of "${mark}", vintage ${marks}, which --vintage chooses, and "${count}", vintage ${counts}.`];
}

/** Why months have no figure, where it can be told. */
function gapsLine(measure: Measure, { values, synthetic }: Series): string[] {
  if (!values.includes(null)) return [];
  if (isWeighed(measure) && !synthetic) {
    return [
      `A month has no figure where over ${MOST_WITHOUT_WEIGHT_PERCENT} % of its crimes have no weight: "wardroom measure weights" names them.`,
    ];
  }
  if (values.some((value) => value !== null)) return [];
  return [
    'No month has a figure: the file lacks a part of what is summed. "wardroom import left-out" shows whether rows of it were left out.',
  ];
}
