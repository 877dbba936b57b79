import { lastDay, type Month } from '../../lib/calendar/month.ts';
import type { PolicyInForce } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';
import { lastDayOfMonth } from './closing-day.ts';

const WEEK = 7;
const QUARTER = 4;

/**
 * Rostered minutes from which an officer counts as one of those behind a ward's month: a quarter of what the policy in force
 * on its last day contracts of a full-time officer in it. Whoever came or left on the way is in the sums, and hides nobody.
 */
export function quarterOfMonth(timeline: readonly PolicyInForce[], month: Month): number {
  const { weeklyMinutes } = policyOn(timeline, lastDayOfMonth(month)).policy;
  return Math.ceil((weeklyMinutes * lastDay(month)) / WEEK / QUARTER);
}
