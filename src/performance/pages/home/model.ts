import type { PerformanceArea } from '../../model.ts';
import type { HomeAsked } from '../performance-address.ts';

/** The performance page as it is shown. */
export interface HomePageModel {
  unit: { name: string; boroughs: string[] };
  asked: HomeAsked;
  /** Areas to choose from. */
  areas: readonly PerformanceArea[];
  shown:
    | { kind: 'area'; area: PerformanceArea }
    /** One plain sentence, and areas that may have been meant. */
    | { kind: 'refused'; because: string; near: readonly { word: string; name: string }[] };
}
