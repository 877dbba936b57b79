import { sayRules } from './binding-names.ts';

/** Rules about which the solver could not be asked, or did not end. */
export const sayUnasked = (names: readonly string[]): string =>
  `What ${sayRules(names)} ${names.length === 1 ? 'costs' : 'cost'} was not found in time.`;

/** Rules that seem to cost nothing beside a plan that is not proven best. */
export const sayUnproven = (names: readonly string[]): string =>
  `The plan is not proven best, so that ${sayRules(names)} may cost something that is not seen.`;
