import type { ComparisonRow } from '../model.ts';
import type { Built } from './built.ts';
import type { CallsSection } from './model.ts';
import { figuresOf, type ServiceFigures } from './service-figures.ts';

/** Measure of the calls. */
export const ASB_CALLS = 'anti-social-behaviour-calls';

/**
 * Calls about anti-social behaviour, compared by both tests.
 * @param compared the counts compared, those of the calls among them
 */
export function calls(held: ServiceFigures, compared: readonly ComparisonRow[]): Built<CallsSection> {
  const figures = figuresOf(held, ASB_CALLS);
  const row = compared.find(({ measureName }) => measureName === ASB_CALLS);
  if (figures === null || row === undefined)
    return {
      because: `No calls about anti-social behaviour of ${held.area.name} are published here yet.`,
    };
  if (row.missing !== null) return { because: row.missing };
  return { section: { kind: 'asb-calls', calls: row }, used: [figures] };
}
