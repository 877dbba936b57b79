import type { DisclosureRule } from '../../../lib/disclosure/index.ts';

/** In a ward and a month, fewer than five of a kind are people whom their neighbours may know. */
export const WARD_MONTHS: DisclosureRule = {
  name: 'Ward counts by month of what is about few people, under 5',
  from: '2026-01-01',
  until: null,
  appliesTo: { area: { levels: ['ward'] }, category: { levels: ['few people'] }, period: { levels: ['month'] } },
  threshold: 5,
  zerosSensitive: false,
};
