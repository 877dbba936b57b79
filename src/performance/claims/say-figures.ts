import { smallNumbers } from '../comparison/small-numbers.ts';
import type { ClaimFigures, ClaimKind, ClaimState } from './model.ts';
import { roundedFigure } from './printed-value.ts';

const whole = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

/** In place of a vintage: the counts that a document printed beside its claim. */
export const PRINTED_BESIDE = 'as printed';

/** Whether a percentage change of two counts would be of too few. */
export const isTooFew = ({ current, previous }: ClaimFigures, least: number): boolean =>
  smallNumbers(current, previous ?? current, least);

/**
 * What the figures of a vintage say, in a sentence that names it.
 * @param least counts under it get no percentage
 */
export function sayFigures(kind: ClaimKind, figures: ClaimFigures, least: number): string {
  const { vintage } = figures;
  return `${vintage === PRINTED_BESIDE ? 'The counts printed beside it' : `Figures of ${vintage}`}: ${sayCounts(kind, figures, least)}.`;
}

/** "1,010 against 1,065, −5.2%"; "179 of 200, 89.5%"; of a baseline, what there was a year. */
function sayCounts(kind: ClaimKind, figures: ClaimFigures, least: number): string {
  const { current, previous, days, shares } = figures;
  if (kind === 'count' || previous === null) return whole(current);
  if (shares === true) return `${current.toFixed(1)}% against ${previous.toFixed(1)}%`;
  if (kind === 'share') return `${whole(current)} of ${whole(previous)}${percentOf(current, previous)}`;
  if (kind === 'percentage change') {
    const change = isTooFew(figures, least) ? '' : percentOf(current - previous, previous, '+');
    return `${whole(current)} against ${whole(previous)}${change}`;
  }
  return `${perYear(current, days[0])} a year against ${perYear(previous, days[1])}`;
}

/** ", −5.2%"; nothing on a base of 0. A change above 0 has its plus. */
function percentOf(part: number, base: number, plus = ''): string {
  if (base === 0) return '';
  const value = roundedFigure({ numerator: 100 * part, denominator: base }, 1);
  return `, ${value > 0 ? plus : ''}${value.toFixed(1).replace('-', '−')}%`;
}

const perYear = (count: number, days: number): string => whole(days === 0 ? count : (count / days) * 365);

const STATES: Readonly<Record<ClaimState, string>> = {
  supported: 'Supported',
  'supported when made': 'Supported when made, not by today’s figures',
  'supported today only': 'Supported by today’s figures, not by those it was made on',
  'not supported': 'Not supported',
  'cannot be checked': 'Cannot be checked',
};

/** A state for people. */
export const sayState = (state: ClaimState): string => STATES[state];
