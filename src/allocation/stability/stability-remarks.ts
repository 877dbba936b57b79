import { findComponent, type MissingComponent } from '../../demand/index.ts';
import { listParts } from '../list-parts.ts';
import type { StabilityWithin } from './model.ts';

/**
 * What the weightings leave out, in sentences.
 * @param sideRules whether the plan has side rules or sergeants
 */
export function stabilityRemarks(
  missing: readonly MissingComponent[],
  within: readonly StabilityWithin[] | null,
  sideRules: boolean,
): string[] {
  const names = missing.map(({ component }) => component);
  const bounded = names.filter((name) => within?.some(({ bounds }) => bounds[name] !== undefined));
  const leftOut = names.filter((name) => !bounded.includes(name));
  return [
    ...(leftOut.length === 0 ? [] : [`Without figures, and so left out of the weightings: ${titles(leftOut)}.`]),
    ...(bounded.length === 0
      ? []
      : [`Without figures, so that the weight within its bounds is shared out over the others: ${titles(bounded)}.`]),
    ...(sideRules ? ['Side rules and sergeants take no part: only floors and ceilings hold in every weighting.'] : []),
  ];
}

const titles = (names: readonly string[]): string => listParts(names.map((name) => findComponent(name)?.title ?? name));
