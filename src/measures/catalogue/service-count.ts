import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

/** A monthly figure of the police themselves that no public file holds: it comes with a plain CSV. */
export function serviceCount(
  measure: Pick<Measure, 'name' | 'title' | 'definition' | 'unit' | 'polarity'> & Partial<Measure>,
): Measure {
  const { categories = [], ...others } = measure;
  return {
    every: 'month',
    adds: true,
    denominator: null,
    publisher: SERVICE_PUBLISHER,
    ...others,
    categories: [...categories, demonstrationCategory(measure.name)],
  };
}

const SERVICE_PUBLISHER = 'the police, in a plain CSV';
