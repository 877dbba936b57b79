import { signedNumber } from '../../ui/signed-number.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { OutcomeEstimate } from '../model.ts';

/** Beyond this, in per cent, an end of a range says nothing but its direction. */
const BEYOND_TELLING = 1000;

/** A gap in per cent with its sign: "+72%"; with a decimal where it would round to none. */
export function sayGap(percent: number): string {
  return `${sayAmount(percent)}%`;
}

/** Two gaps, the lower first: "−36 to +44%"; an end without limit in words. */
export function sayGaps(low: number, high: number): string {
  const to = high >= BEYOND_TELLING ? 'any number more' : `${sayAmount(high)}%`;
  if (low <= -99.5) return `any number fewer to ${to}`;
  return `${sayAmount(low)}${high >= BEYOND_TELLING ? '%' : ''} to ${to}`;
}

function sayAmount(percent: number): string {
  if (percent === 0 || Math.abs(percent) >= 0.95) return signedNumber(Math.round(percent));
  const tenths = Math.abs(percent).toFixed(1);
  const sign = percent < 0 ? '−' : '+';
  return tenths === '0.0' ? `under ${sign}0.1` : `${sign}${tenths}`;
}

/** "0 of 351". */
export function sayAsMuch(asMuch: OutcomeEstimate['asMuch']): string | null {
  return asMuch === null ? null : `${wholeNumber(asMuch.moved)} of ${wholeNumber(asMuch.of)}`;
}

/** A p-value: two figures after the point, three below a tenth, and never nought. */
export function sayP(p: number): string {
  if (p < 0.0005) return 'under 0.001';
  return p < 0.0995 ? p.toFixed(3) : p.toFixed(2);
}

/** What groups of a size are called in few words: "boroughs", "pairs", "groups of 4". */
export function groupsNounShortly(size: number, areas: string): string {
  return size === 1 ? areas : size > 3 ? `groups of ${size}` : size === 2 ? 'pairs' : 'triples';
}

/** What groups of a size are called: "boroughs", "pairs of boroughs", "groups of 4 boroughs". */
export function groupsNoun(size: number, areas: string): string {
  if (size === 1) return areas;
  return size > 3 ? `groups of ${size} ${areas}` : `${size === 2 ? 'pairs' : 'triples'} of ${areas}`;
}
