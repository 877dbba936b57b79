import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { choosePlanBefore } from '../choose-plan-before.ts';
import type { ListedPlan } from '../model.ts';
import { findPlan, listPlans } from '../published-plans-service.ts';
import type { PlansCompared } from './model.ts';
import { whyPlansDiffer } from './why-plans-differ.ts';

/** What a published plan changed for its readers, ward by ward and why. */
export interface ChangeList {
  plan: ListedPlan;
  /** The plan that readers had before it, or would have without it, withdrawn since or not; null where there was none. */
  before: ListedPlan | null;
  /** past: its day has come; coming: it is still to come; nothing: it changes nothing for a reader, and never did. */
  when: 'past' | 'coming' | 'nothing';
  /** Why it changes nothing; null otherwise. */
  because: string | null;
  /** null where there is nothing to compare with. */
  changes: PlansCompared | null;
}

/**
 * The change list of a published plan, withdrawn since or not: to anyone from its day, since it rests on nothing but what
 * was published, which holds nothing of who was posted. null where there is none of the number that may be seen.
 */
export const changesOf = published(
  'allocation.changes-of-plan',
  ({ records, now }: Platform, id: string): Promise<ChangeList | null> =>
    records.transaction().execute(async (trx) => {
      const found = await findPlan(trx, id);
      if (found === null) return null;
      const { plan, decision: _decision, ...listed } = found;
      const chosen = choosePlanBefore(await listPlans(trx, listed.unit), listed, now());
      if (chosen.kind === 'nothing')
        return { plan: listed, before: null, when: 'nothing', because: chosen.because, changes: null };
      const told = { plan: listed, when: chosen.kind, because: null };
      const foundBefore = chosen.before === null ? null : await findPlan(trx, chosen.before.id);
      if (foundBefore === null) return { ...told, before: null, changes: null };
      // As it stands now: readers of the list are to know where it was withdrawn since.
      const { plan: planBefore, decision: _decisionBefore, ...before } = foundBefore;
      return { ...told, before, changes: whyPlansDiffer(planBefore, plan) };
    }),
);
