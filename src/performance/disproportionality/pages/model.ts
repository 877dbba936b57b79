import type { Month } from '../../../lib/calendar/month.ts';
import type { PerformanceArea } from '../../model.ts';
import type { Disproportionality, DisproportionalityAsked, DisproportionalityRefused } from '../model.ts';

/** An area as it is offered. */
export type OfferedArea = Pick<PerformanceArea, 'word' | 'name' | 'kind' | 'boroughName'>;

/** What the page of stop and search by ethnicity shows. */
export interface DisproportionalityPageModel {
  unit: { name: string; boroughs: string[] };
  asked: DisproportionalityAsked;
  /** Areas to choose from: those that the reader may see. */
  areas: OfferedArea[];
  /** Whether the reader may bring what is lacking. */
  mayImport: boolean;
  held: { from: Month; to: Month } | null;
  shown: Disproportionality | DisproportionalityRefused;
}
