import type { OptimalPlan } from './model.ts';
import { allRules } from './rules-in-force.ts';

const SIDE_RULES = new Set(allRules().flatMap(({ name, kind }) => (kind === 'side' ? [name] : [])));

/** Rules that only some plans obey, as they read in this one: name and sentence. */
export const sideRulesOf = ({ rules }: OptimalPlan): string[][] =>
  rules.filter(({ name }) => SIDE_RULES.has(name)).map(({ name, sentence }) => [name, sentence]);
