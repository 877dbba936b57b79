import type { FileRead, RosterFormat } from './model.ts';
import type { PlanShown } from './plan/show-plan.ts';

/** A roster file that was read, for a unit. */
export interface RosterAsked {
  /** Name of the command unit; null: the only one. */
  unit: string | null;
  file: FileRead;
  /** What earlier rosters brought to its officers and days, and it no longer has, is removed. */
  whole: boolean;
}

/** What came of a roster. */
export type RosterAnswer =
  /** Nothing of it can be used; held: its rows with their sentences. */
  | { kind: 'refused'; name: string; because: string; held: PlanShown['held'] }
  | { kind: 'already'; name: string; takenInAt: Date }
  | {
      kind: 'would be taken in' | 'taken in';
      unit: string;
      name: string;
      format: RosterFormat;
      synthetic: boolean;
      /** Number of the roster; null while it is only looked at. */
      roster: number | null;
      shown: PlanShown;
      /** Rows held back of earlier rosters that this one settles; 0 while it is only looked at. */
      settled: number;
    };
