import { andList } from '../ui/and-list.ts';
import type { BindingRule } from './review.ts';
import { quotedRule } from './rule.ts';

const BETWEEN = ' + ';

/** Rules that bind only together, as the `rule` of one entry: "most-lost + protected-wards". */
export const joinedRules = (names: readonly string[]): string => names.join(BETWEEN);

/** The rules of an entry: one that binds alone, or several that bind only together. */
export const rulesThatBind = ({ rule }: Pick<BindingRule, 'rule'>): string[] => rule.split(BETWEEN);

/** "the rule 'most moves'"; "the rules 'most lost' and 'protected wards'". */
export const sayRules = (names: readonly string[]): string =>
  `the ${names.length === 1 ? 'rule' : 'rules'} ${andList(names.map(quotedRule))}`;
