import { addMonths, lastMonthEndedBy, type Month, monthName, monthRange } from '../lib/calendar/month.ts';
import { median } from '../lib/statistics/median.ts';
import { HARM_WEIGHTED_CRIME, type Series, valueIn } from '../measures/index.ts';
import { countWords } from '../ui/count-words.ts';
import { longDate } from '../ui/long-date.ts';
import { wholeNumber } from '../ui/whole-number.ts';
import { WINDOW_MONTHS } from './choose-window.ts';
import type { Component, Window } from './model.ts';

/** The figures of one component for every ward, or one sentence that says why there are none. */
export type Gathered =
  | {
      kind: 'held';
      /** In the order of the wards. */
      figures: number[];
      total: number;
      series: Series[];
      /** Of figures that stand, the month the earliest was taken; null for monthly ones. */
      asOf: Month | null;
    }
  | { kind: 'missing'; reason: string };

/** Months before and after a doubtful one with which its figure is shown. */
const DOUBT_MONTHS = 6;

interface NamedWard {
  code: string;
  name: string;
}

/**
 * Gathers one component's figure for each ward: summed over the window, or the last one known on the date for what is
 * counted once. It is missing as soon as one ward lacks one month of it or a month is doubtful; nothing is guessed.
 * @param series of the component's measure, at most one for each ward
 */
export function gatherFigures(
  component: Component,
  wards: readonly NamedWard[],
  series: readonly Series[],
  window: Window | null,
  asAt: string,
): Gathered {
  const byWard = new Map(series.map((each) => [each.areaCode, each]));
  const held = wards.map((ward) => byWard.get(ward.code)).filter((each) => each !== undefined);
  if (held.length === 0)
    return missing(`No figures for ${inSentence(component)} are imported for these wards${needsOf(component)}.`);
  const without = wards.filter((ward) => !byWard.has(ward.code));
  if (without.length > 0) return missing(`${component.title} has no figures for ${nameWards(without)}.`);
  const stands = component.every !== 'month';
  const figures = stands ? latest(component, held, asAt) : sumOver(component, held, window, asAt);
  if (!Array.isArray(figures)) return figures;
  const last = lastMonthEndedBy(asAt);
  const total = figures.reduce((sum, figure) => sum + figure, 0);
  if (total <= 0) return missing(`${component.title} is 0 in every ward, so it cannot tell wards apart.`);
  const asOf = stands ? (held.flatMap((each) => monthKnownBy(each, last) ?? []).toSorted()[0] ?? null) : null;
  return { kind: 'held', figures, total, series: held, asOf };
}

type Missing = Extract<Gathered, { kind: 'missing' }>;
const missing = (reason: string): Missing => ({ kind: 'missing', reason });

function sumOver(component: Component, series: Series[], window: Window | null, asAt: string): number[] | Missing {
  if (window === null) {
    const last = lastMonthEndedBy(asAt);
    const doubted = series[0]?.doubtful.findLast((month) => month <= last);
    const because = doubted === undefined ? '' : `; it ${doubt(series, doubted)}`;
    return missing(
      `${component.title} has no ${WINDOW_MONTHS} complete months in a row that ended by ${longDate(asAt)}${because}.`,
    );
  }
  const months = monthRange(window.from, window.to);
  const over = `${monthName(window.from)} to ${monthName(window.to)}`;
  const gap = months.find((month) => series.some((each) => valueIn(each, month) === null));
  if (gap !== undefined) {
    return missing(`${component.title} has no figures for ${monthName(gap)}, a month of the window ${over}.`);
  }
  const doubted = months.find((month) => isDoubtful(series, month));
  if (doubted !== undefined) {
    return missing(`${component.title} ${doubt(series, doubted)}, a month of the window ${over}.`);
  }
  return series.map((each) => months.reduce((sum, month) => sum + (valueIn(each, month) ?? 0), 0));
}

const isDoubtful = (series: Series[], month: Month): boolean => series.some((each) => each.doubtful.includes(month));

/** "seems incomplete in February 2024, with 3 in these wards against a median of 2,915 in the months around it". */
function doubt(series: Series[], month: Month): string {
  const sum = (at: Month) => series.reduce((total, each) => total + (valueIn(each, at) ?? 0), 0);
  const around = Array.from({ length: 2 * DOUBT_MONTHS + 1 }, (_, place) => addMonths(month, place - DOUBT_MONTHS));
  const others = around.filter((at) => at !== month && series.every((each) => valueIn(each, at) !== null));
  const usual = wholeNumber(median(others.map(sum)) ?? 0);
  return `seems incomplete in ${monthName(month)}, with ${wholeNumber(sum(month))} in these wards against a median of ${usual} in the months around it`;
}

function latest(component: Component, series: Series[], asAt: string): number[] | Missing {
  const last = lastMonthEndedBy(asAt);
  const figures = series.map((each) => latestBy(each, last));
  const known = figures.filter((figure) => figure !== null);
  if (known.length < figures.length) {
    return missing(`${component.title} has no figures from before ${longDate(asAt)}.`);
  }
  return known;
}

function latestBy(series: Series, last: Month): number | null {
  const month = monthKnownBy(series, last);
  return month === null ? null : valueIn(series, month);
}

/** The month of the last figure known by a month; null when there is none. */
function monthKnownBy(series: Series, last: Month): Month | null {
  return monthRange(series.firstMonth, last).findLast((month) => valueIn(series, month) !== null) ?? null;
}

/** What a component needs besides figures of its own; nothing for most. */
const needsOf = ({ measure }: Component): string =>
  measure === HARM_WEIGHTED_CRIME ? ': it needs their recorded crime and a table of harm weights' : '';

/** "Highgate", or "Highgate and 3 other wards". */
function nameWards(wards: NamedWard[]): string {
  const name = wards[0]?.name ?? '';
  return wards.length === 1 ? name : `${name} and ${countWords(wards.length - 1, 'other ward')}`;
}

const inSentence = ({ title }: Component) => title.charAt(0).toLowerCase() + title.slice(1);
