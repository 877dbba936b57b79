import { longDate } from '../ui/long-date.ts';
import type { PlanOnRecord } from './plan-on-record.ts';

/**
 * From when residents see a plan that they do not see yet, for who decides about it; null where they see it, or never will.
 * @param today in London, "2026-03-01"
 */
export function sayWhenSeen({ standing, inForceFrom }: PlanOnRecord, today: string): string | null {
  if (standing === 'in force' || standing === 'no longer in force' || standing === 'withdrawn') return null;
  if (inForceFrom > today) return `Residents see it from ${longDate(inForceFrom)}, the day it comes into force.`;
  return 'Residents see it as soon as it is published.';
}

/** What was just done to a plan, and from when it is in force and seen; null where that is not how it stands. */
export function sayJustDone(done: string | undefined, record: PlanOnRecord, today: string): string | null {
  const { standing, inForceFrom } = record;
  const seen = sayWhenSeen(record, today) ?? 'Residents see it.';
  if (done === 'proposed' && standing === 'waits for approval')
    return 'The plan is proposed: somebody else can approve it.';
  if (done === 'approved' && standing === 'approved, not published')
    return `The plan is approved, and not published yet. ${seen}`;
  if (done !== 'published') return null;
  if (standing === 'in force') return `The plan is published, and in force since ${longDate(inForceFrom)}. ${seen}`;
  if (standing === 'no longer in force')
    return 'The plan is approved and published. Another plan is in force already, so residents find it among past plans.';
  return standing === 'not yet in force' ? `The plan is approved and published. ${seen}` : null;
}
