import type { Measure } from './model.ts';

/** Whether a measure sums a source category: by its exact key, or by a prefix that ends in "*". */
export function sumsCategory(measure: Pick<Measure, 'categories'>, category: string): boolean {
  return measure.categories.some((pattern) =>
    pattern.endsWith('*') ? category.startsWith(pattern.slice(0, -1)) : category === pattern,
  );
}
