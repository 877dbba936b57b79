import type { ImportRecord } from '../model.ts';
import type { ImportState } from './import-state.ts';

/** A past import, and whether it counts. */
export interface StandingImport extends ImportRecord {
  state: ImportState;
}
