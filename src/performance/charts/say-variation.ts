import { variationIcon } from '../../lib/statistics/control-charts/index.ts';
import type { ChartPoint } from './model.ts';

/** What is added where a mark is one by the usual rules alone: the finding, which goes by the wider limits, leads. */
const MAYBE = ' by the usual rules, which may be chance';

/** The NHS name for what the last point judged is part of, and that it may be chance where it is not clear. */
export function sayVariation(last: Pick<ChartPoint, 'mark' | 'type' | 'clear'>): string {
  return `${variationIcon(last)}${last.mark !== null && !last.clear ? MAYBE : ''}`;
}
