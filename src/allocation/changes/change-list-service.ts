import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ListedPlan } from '../model.ts';
import type { PlansCompared } from './model.ts';

/** What a published plan changed for its readers, ward by ward and why. */
export interface ChangeList {
  plan: ListedPlan;
  /** The plan that readers had before it, or would have without it; null where there was none. */
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
 * was published. null where there is none of the number that may be seen.
 */
export const changesOf = published(
  'allocation.changes-of-plan',
  async (_platform: Platform, _id: string): Promise<ChangeList | null> => {
    throw new Error('Not built yet.');
  },
);
