import type { DisclosureRule } from '../../../lib/disclosure/index.ts';

/** A year hides on which day somebody was counted, so that one or two of a kind alone are too few. */
export const WARD_YEARS: DisclosureRule = {
  name: 'Ward counts by financial year of what is about few people, under 3',
  from: '2026-01-01',
  until: null,
  appliesTo: { area: { levels: ['ward'] }, category: { levels: ['few people'] }, period: { levels: ['year'] } },
  threshold: 3,
  zerosSensitive: false,
};
