import type { DisclosureRule } from '../../../lib/disclosure/index.ts';

/** What no public file holds is no more public for a borough; what the police publish themselves is exempt as such. */
export const BOROUGH_MONTHS: DisclosureRule = {
  name: 'Borough counts by month of what is about few people and no public file holds, under 5',
  from: '2026-01-01',
  until: null,
  appliesTo: { area: { levels: ['borough'] }, category: { levels: ['few people'] }, period: { levels: ['month'] } },
  threshold: 5,
  zerosSensitive: false,
};
