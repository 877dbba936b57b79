import { lastDay, type Month } from '../../lib/calendar/month.ts';
import type { PolicyInForce, PostClass } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';

/** What the ring-fence was to a class of posts in a month: "ring-fenced", "aspiration", or both, one after the other. */
export function standingOf(timeline: readonly PolicyInForce[], month: Month, postClass: PostClass): string {
  const days = Array.from({ length: lastDay(month) }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
  return [...new Set(days.map((day) => policyOn(timeline, day).policy.classes[postClass]))].join(', then ');
}
