import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { findMeasure, type Measure } from '../../measures/index.ts';
import type { AreaFigures } from '../panel/model.ts';

/** One value of a service measure and the months it covers. */
export interface GuardValue {
  from: Month;
  to: Month;
  /** In the measure's own unit: percentage points for shares. */
  value: number;
  /** What it counts for in a mean: the denominator of a share, else 1. */
  weight: number;
}

const MONTHS = { month: 1, quarter: 3, year: 12, once: 1 } as const;

/** Whether values are percentage points: shares of respondents, and counts with what they are a share of. */
export function isInPoints(measure: Measure): boolean {
  return measure.unit.startsWith('share') || shareOf(measure) !== null;
}

/** The measure of which this one counts a part, month by month; null where it is no such share. */
function shareOf({ denominator, every }: Measure): string | null {
  if (denominator === null) return null;
  return findMeasure(denominator)?.every === every ? denominator : null;
}

/** The values of an area, those without a figure, or with nothing to be a share of, left out. */
export function guardSeries(figures: readonly AreaFigures[], measure: Measure, area: string): GuardValue[] {
  const held = find(figures, measure.name, area);
  if (held === undefined) return [];
  const whole = shareOf(measure);
  const of = whole === null ? undefined : find(figures, whole, area);
  if (whole !== null && of === undefined) return [];
  const inPoints = measure.unit.startsWith('share') ? 100 : 1;
  return held.values.flatMap((value, at): GuardValue[] => {
    const to = addMonths(held.firstMonth, at);
    const span = { from: addMonths(to, 1 - MONTHS[measure.every]), to };
    if (value === null) return [];
    if (of === undefined) return [{ ...span, value: inPoints * value, weight: 1 }];
    const weight = valueAt(of, to);
    return weight === null || weight <= 0 ? [] : [{ ...span, value: (100 * value) / weight, weight }];
  });
}

function find(figures: readonly AreaFigures[], measure: string, area: string): AreaFigures | undefined {
  return figures.find((each) => each.measure === measure && each.area === area);
}

function valueAt({ firstMonth, values }: AreaFigures, month: Month): number | null {
  const at = values.findIndex((_, index) => addMonths(firstMonth, index) === month);
  return values[at] ?? null;
}
