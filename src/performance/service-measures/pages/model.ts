import type { PerformanceArea } from '../../model.ts';
import type { ServiceReport } from '../model.ts';

/** What the page is asked for; null for what it shows by itself. */
export interface ServicePageAsked {
  area: string | null;
  period: string | null;
  against: string | null;
  today: string;
}

/** What the page shows. */
export interface ServicePageModel {
  unit: { name: string; boroughs: string[] };
  asked: ServicePageAsked;
  /** Whether the reader may bring what is lacking. */
  mayImport: boolean;
  areas: readonly PerformanceArea[];
  shown: ServiceReport | { kind: 'refused'; because: string };
}
