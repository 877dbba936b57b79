import type { Problem } from '../../../lib/refused.ts';
import type { WeightBounds } from '../model.ts';

/** The least and the most weight of a component as typed, in per cent; empty for none. */
export interface TypedBounds {
  least: string;
  most: string;
}

/**
 * Reads the weights between which a party would accept the plan.
 * @param typed by component; where only one of the two is typed, the other is 0 or 100
 * @returns shares of 1 for the components that have any, null where none has; problems name fields "least-<component>" and
 * "most-<component>"
 * @example
 * parseBounds({ residents: { least: '10', most: '' } }); // { bounds: { residents: [0.1, 1] }, problems: [] }
 */
export function parseBounds(typed: Readonly<Record<string, TypedBounds>>): {
  bounds: WeightBounds | null;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const read = (field: string, text: string, without: number): number => {
    const percent = text.trim().replace(/\s*%$/, '');
    if (percent === '') return without;
    const value = /^\d{1,3}(\.\d{1,6})?$/.test(percent) ? Number(percent) : Number.NaN;
    if (value <= 100) return value / 100;
    problems.push({ field, sentence: 'Make it a number from 0 to 100, such as 12.5, or leave it empty.' });
    return without;
  };
  const bounds: WeightBounds = {};
  for (const [component, { least, most }] of Object.entries(typed)) {
    if (least.trim() === '' && most.trim() === '') continue;
    bounds[component] = [read(`least-${component}`, least, 0), read(`most-${component}`, most, 1)];
  }
  return { bounds: Object.keys(bounds).length === 0 ? null : bounds, problems };
}
