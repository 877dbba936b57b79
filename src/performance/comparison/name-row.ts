import { findMeasure } from '../../measures/index.ts';
import type { ComparisonRow } from '../model.ts';

/** The name of a row for people: the measure's title, where the catalogue has it, else as printed. */
export function nameRow({ measure, measureName }: Pick<ComparisonRow, 'measure' | 'measureName'>): string {
  return findMeasure(measureName)?.title ?? measure;
}

/** A name within a sentence: in lower case at its beginning, unless it begins with an abbreviation. */
export function withinSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
