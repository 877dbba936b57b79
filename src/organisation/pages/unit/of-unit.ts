import type { BookFrame } from '../book-frame.ts';
import type { UnitView } from '../unit-view.ts';

/** What each part of the unit's page is given. */
export interface OfUnit {
  frame: BookFrame;
  unit: UnitView;
}
