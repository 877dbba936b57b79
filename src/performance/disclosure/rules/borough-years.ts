import type { DisclosureRule } from '../../../lib/disclosure/index.ts';

/** As for a ward's year: one or two of a kind are too few, where the police do not publish them themselves. */
export const BOROUGH_YEARS: DisclosureRule = {
  name: 'Borough counts by financial year of what is about few people and no public file holds, under 3',
  from: '2026-01-01',
  until: null,
  appliesTo: { area: { levels: ['borough'] }, category: { levels: ['few people'] }, period: { levels: ['year'] } },
  threshold: 3,
  zerosSensitive: false,
};
