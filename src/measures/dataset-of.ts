import type { Measure } from './model.ts';

/** The dataset of a source category: what stands before its first "/". "mps/theft/shoplifting" is of "mps". */
export function datasetOf(category: string): string {
  const end = category.indexOf('/');
  return end === -1 ? category : category.slice(0, end);
}

/** The datasets a measure can be made from, the preferred first: in the order of its categories. */
export function datasetsOf({ categories }: Pick<Measure, 'categories'>): string[] {
  return [...new Set(categories.map(datasetOf))];
}
