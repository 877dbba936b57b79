import { addMonths } from '../lib/calendar/month.ts';
import { MOST_WITHOUT_WEIGHT_PERCENT } from './catalogue/harm-measures.ts';
import { isWeighed } from './harm/weigh-series.ts';
import type { Measure, Origin, Series } from './model.ts';

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

/**
 * A series for people: what it is, which vintage and files it comes from, then a line a month; of a measure that is not
 * monthly only the months with a figure, since it has none between.
 * @param because why a month is doubtful, by month
 */
export function showLines(
  measure: Measure,
  area: { code: string; name: string },
  series: Series,
  because: ReadonlyMap<string, string>,
): string[] {
  const shown = monthly(series).filter(({ value }) => measure.every === 'month' || value !== null);
  return [
    `${measure.title}, ${area.name} (${area.code}), ${measure.unit}`,
    `Vintage ${series.vintage}, from ${series.files.join(' and ')}${series.synthetic ? ' (made-up figures)' : ''}`,
    ...(series.backCast ? ['Months before these wards existed were counted anew on them.'] : []),
    ...originsLine(series),
    ...gapsLine(measure, series),
    '',
    ...shown.map(({ month, value, doubtful }) => {
      const doubt = doubtful ? `  doubtful: ${because.get(month) ?? 'its file seems to lack much of it'}` : '';
      return `${month}  ${value ?? 'no figure'}${doubt}`;
    }),
  ];
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

function originsLine({ origins, convertedFrom }: Series): string[] {
  const named = [...new Set(origins.filter((origin) => origin !== null))];
  if (convertedFrom === null) return [];
  return [`Made from figures of other areas: ${named.join(', ')}.`];
}
