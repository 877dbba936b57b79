import type { Month } from '../../lib/calendar/month.ts';
import type { CharterShown, EvaluationResult } from '../model.ts';
import type { AreaFigures, EvaluatedArea } from '../panel/model.ts';

/** All that an evaluation is computed from: the same input gives the same result. */
export interface EvaluationInput {
  shown: CharterShown;
  /** Areas of the charter's boundary version, in its order. */
  areas: readonly EvaluatedArea[];
  /** Codes of areas that share a border, each pair once. */
  borders: readonly (readonly [string, string])[];
  /** Monthly figures of outcomes, and of their denominators where an outcome is a rate. */
  figures: readonly AreaFigures[];
  /** Figures of the measures that must not fall, as far as they are held. */
  guardFigures: readonly AreaFigures[];
  /** Last month whose figures are used; null for all that is held. */
  until: Month | null;
  source: { vintage: string; files: readonly string[]; synthetic: boolean };
  versions: EvaluationResult['versions'];
}

/** An evaluation, or why there is none: one sentence, and names that may have been meant. */
export type EvaluationAnswer =
  | { kind: 'evaluated'; result: EvaluationResult }
  | { kind: 'refused'; because: string; near: readonly string[] };
