import { CATALOGUE } from '../../measures/index.ts';
import type { ReasonCounter } from '../count-reasons.ts';

/** Notes each type of abstraction that has no measure of its own; it counts as abstracted all the same. */
export function noticeUnknownTypes(categories: readonly string[], notices: ReasonCounter): void {
  for (const category of categories) {
    if (!CATALOGUE.some((measure) => measure.categories.includes(category)))
      notices.add(
        `a type of abstraction without a measure of its own, counted as abstracted: ${category.split('/').at(-1)}`,
      );
  }
}
