import { monthName } from '../lib/calendar/month.ts';
import { type Measure, type Series, sayOrigins, saySource } from '../measures/index.ts';
import { quantileClasses, type ValueClass, wholeNumberClasses } from '../ui/class-breaks.ts';
import { longDate } from '../ui/long-date.ts';
import { percent } from '../ui/percent.ts';
import { sentenceCase } from '../ui/sentence-case.ts';
import { wholeNumber } from '../ui/whole-number.ts';
import { latestYear, sumOver } from './latest-year.ts';
import type { UnitPageModel } from './view-models.ts';

/** What the map and the table of the unit show, ready to be drawn. */
export interface FiguresShown {
  title: string;
  /** Unit and months, as a sentence. */
  sub: string;
  /** As in "shaded by officers". */
  what: string;
  /** What follows a value: "officers". */
  noun: string;
  nounInKey: boolean;
  /** Head of the figures' column. */
  head: string;
  format: (value: number) => string;
  classes: ValueClass[];
  /** By ward code; a ward without a figure is not in it. */
  values: ReadonlyMap<string, number>;
  source?: string;
  synthetic: boolean;
}

/** The chosen figures of every ward. */
export function figuresShown(model: UnitPageModel): FiguresShown {
  const { shown } = model;
  if (shown.kind === 'officers') return officers(model);
  if (shown.kind === 'demand') return demand(model);
  return measured(shown.measure, shown.series, model.asAt);
}

function officers({ plan }: UnitPageModel): FiguresShown {
  const values = new Map(plan?.plan.wards.map((ward) => [ward.code, ward.dwo]));
  return {
    title: 'Officers in each ward',
    sub:
      plan === null
        ? 'No plan is in force on this day.'
        : `Dedicated ward officers in the plan in force since ${longDate(plan.from)}.`,
    what: 'officers',
    noun: 'officers',
    nounInKey: true,
    head: 'Officers',
    format: wholeNumber,
    classes: wholeNumberClasses([...values.values()]),
    values,
    synthetic: plan?.plan.synthetic ?? false,
  };
}

function demand({ plan }: UnitPageModel): FiguresShown {
  const values = new Map(plan?.plan.wards.map((ward) => [ward.code, asPrinted(ward.demandShare)]));
  return {
    title: 'Share of demand in each ward',
    sub:
      plan === null
        ? 'No plan is in force on this day.'
        : `Of the whole unit’s, as weighed in the plan in force since ${longDate(plan.from)}.`,
    what: 'share of demand',
    noun: 'of demand',
    nounInKey: false,
    head: 'Share of demand',
    format: (value) => percent(value),
    classes: quantileClasses([...values.values()]),
    values,
    synthetic: plan?.plan.synthetic ?? false,
  };
}

/** A share as far as it is printed, so that wards with the same figure have the same colour. */
function asPrinted(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function measured(measure: Measure, series: Series[], asAt: string): FiguresShown {
  const [first] = series;
  const { values, when } = measure.every === 'once' ? standing(series) : overLatestYear(series, asAt);
  const origins = series.some(({ synthetic }) => synthetic) ? [] : sayOrigins(series);
  return {
    title: `${measure.title} in each ward`,
    sub: `${sentenceCase(measure.unit)}, ${when}.`,
    what: measure.title.toLowerCase(),
    noun: measure.unit,
    nounInKey: false,
    head: measure.title,
    format: wholeNumber,
    classes: quantileClasses([...values.values()]),
    values,
    ...(first === undefined ? {} : { source: [saySource(measure.publisher, first), ...origins].join(' ') }),
    synthetic: series.some((each) => each.synthetic),
  };
}

function overLatestYear(series: Series[], asAt: string) {
  const year = latestYear(series, asAt);
  const sums = year === null ? [] : series.map((each) => [each.areaCode, sumOver(each, year)] as const);
  return {
    values: new Map(sums.flatMap(([code, sum]) => (sum === null ? [] : [[code, sum] as const]))),
    when: year === null ? 'no twelve months in a row for every ward' : `12 months to ${monthName(year.to)}`,
  };
}

/** Figures counted once: the latest value of each ward. */
function standing(series: Series[]) {
  const latest = series.map((each) => [each.areaCode, each.values.findLast((value) => value !== null)] as const);
  return {
    values: new Map(latest.flatMap(([code, value]) => (typeof value === 'number' ? [[code, value] as const] : []))),
    when: 'counted once',
  };
}
