import type { Month } from '../../../lib/calendar/month.ts';
import type { ComparisonTable, MeasureSet, PerformanceArea } from '../../model.ts';
import type { HomeAsked } from '../performance-address.ts';

/** The performance page as it is shown. */
export interface HomePageModel {
  unit: { name: string; boroughs: string[] };
  asked: HomeAsked;
  /** Areas, sets and the last month there are figures of: what can be chosen. */
  areas: readonly PerformanceArea[];
  sets: readonly Pick<MeasureSet, 'name' | 'title'>[];
  lastMonth: Month | null;
  shown:
    | { kind: 'table'; table: ComparisonTable }
    /** One plain sentence, and areas that may have been meant. */
    | { kind: 'refused'; because: string; near: readonly { word: string; name: string }[] };
}
