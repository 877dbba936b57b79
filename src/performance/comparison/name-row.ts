import { findMeasure } from '../../measures/index.ts';
import type { ComparisonRow } from '../model.ts';

/** The name of a row for people: the measure's title, where the catalogue has it, else as printed. */
export function nameRow({ measure, measureName }: Pick<ComparisonRow, 'measure' | 'measureName'>): string {
  return findMeasure(measureName)?.title ?? measure;
}
