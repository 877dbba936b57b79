import { lastMonthEndedBy, type Month, monthName, monthRange } from '../lib/calendar/month.ts';
import { type Series, valueIn } from '../measures/index.ts';
import { countWords } from '../ui/count-words.ts';
import { longDate } from '../ui/long-date.ts';
import { WINDOW_MONTHS } from './choose-window.ts';
import type { Component, Window } from './model.ts';

/** The figures of one component for every ward, or one sentence that says why there are none. */
export type Gathered =
  | { kind: 'held' /** In the order of the wards. */; figures: number[]; total: number; series: Series[] }
  | { kind: 'missing'; reason: string };

interface NamedWard {
  code: string;
  name: string;
}

/**
 * Gathers one component's figure for each ward: summed over the window, or the last one known on the date for what is
 * counted once. It is missing as soon as one ward lacks one month of it; nothing is guessed.
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
  if (held.length === 0) return missing(`No figures for ${inSentence(component)} are imported for these wards.`);
  const without = wards.filter((ward) => !byWard.has(ward.code));
  if (without.length > 0) return missing(`${component.title} has no figures for ${nameWards(without)}.`);
  const figures = component.every === 'month' ? sumOver(component, held, window, asAt) : latest(component, held, asAt);
  if (!Array.isArray(figures)) return figures;
  const total = figures.reduce((sum, figure) => sum + figure, 0);
  if (total <= 0) return missing(`${component.title} is 0 in every ward, so it cannot tell wards apart.`);
  return { kind: 'held', figures, total, series: held };
}

type Missing = Extract<Gathered, { kind: 'missing' }>;
const missing = (reason: string): Missing => ({ kind: 'missing', reason });

function sumOver(component: Component, series: Series[], window: Window | null, asAt: string): number[] | Missing {
  if (window === null) {
    return missing(
      `${component.title} has no ${WINDOW_MONTHS} complete months in a row that ended by ${longDate(asAt)}.`,
    );
  }
  const months = monthRange(window.from, window.to);
  const gap = months.find((month) => series.some((each) => valueIn(each, month) === null));
  if (gap !== undefined) {
    const over = `${monthName(window.from)} to ${monthName(window.to)}`;
    return missing(`${component.title} has no figures for ${monthName(gap)}, a month of the window ${over}.`);
  }
  return series.map((each) => months.reduce((sum, month) => sum + (valueIn(each, month) ?? 0), 0));
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
  const known = monthRange(series.firstMonth, last).map((month) => valueIn(series, month));
  return known.findLast((value) => value !== null) ?? null;
}

/** "Highgate", or "Highgate and 3 other wards". */
function nameWards(wards: NamedWard[]): string {
  const name = wards[0]?.name ?? '';
  return wards.length === 1 ? name : `${name} and ${countWords(wards.length - 1, 'other ward')}`;
}

const inSentence = ({ title }: Component) => title.charAt(0).toLowerCase() + title.slice(1);
