import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { may } from '../platform/access/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { PublicationItem } from '../platform/publication/index.ts';
import type { PlanSnapshot } from './adopted-plan.ts';
import { describeDecision } from './consultation/decision/describe-decision.ts';
import { forReaders } from './plan-for-readers.ts';
import { plans } from './publication-service.ts';

/**
 * Whether who acts sees the decision that a plan comes of: everybody once it is published and its day has come; before
 * that it says what every party proposed, and is for who may read every proposal of the unit.
 */
function seesDecision({ principal, now }: Platform, { key: unit, published, inForceFrom }: PublicationItem): boolean {
  if (published !== null && inForceFrom <= todayInLondon(now())) return true;
  return may(principal, { module: 'consultation', act: 'read', place: { unit } });
}

/**
 * One plan as it was proposed; what its wards had before only for who may read who is posted in the whole unit, and its
 * decision only for who may see it yet.
 */
export const findProposal: typeof plans.find = Object.assign(
  async (...[platform, asked]: Parameters<typeof plans.find>) => {
    const found = await plans.find(platform, asked);
    if (found === null) return null;
    const { decision, ...content } = found.content;
    const { plan } = content;
    const seesPosts = may(platform.principal, { module: 'postings', act: 'read', place: { unit: plan.unit } });
    const decided = decision === undefined || !seesDecision(platform, found.item) ? {} : { decision };
    return { ...found, content: { ...content, ...decided, plan: seesPosts ? plan : forReaders(plan) } };
  },
  { rule: plans.find.rule },
);

/** What a plan would change for a reader; nothing of its decision for who may not see it yet. */
export const previewPlan: typeof plans.preview = Object.assign(
  async (...[platform, asked]: Parameters<typeof plans.preview>) => {
    const preview = await plans.preview(platform, asked);
    if (preview === null || preview.after.kind !== 'protected' || seesDecision(platform, preview.item)) return preview;
    const { after, before, changes, described } = preview;
    const ofDecision = new Set(describeDecision(after.snapshot));
    return {
      ...preview,
      before: before === null ? null : { ...before, snapshot: alone(before.snapshot) },
      after: { ...after, snapshot: alone(after.snapshot) },
      changes: changes.filter(({ path }) => path[0] !== 'decision'),
      described: { ...described, sentences: described.sentences.filter((sentence) => !ofDecision.has(sentence)) },
    };
  },
  { rule: plans.preview.rule },
);

/** A plan without the decision that it comes of. */
function alone({ decision: _decision, ...plan }: PlanSnapshot): PlanSnapshot {
  return plan;
}
