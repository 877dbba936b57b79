import { changesOf } from '../../allocation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PlanChangesPageModel } from '../pages/plan-changes-page.tsx';
import { viewPlans } from './plans-service.ts';

/** The change list of a published plan; null where there is none of the number that the reader may see. */
export const loadPlanChanges = published(
  'desk.plan-changes-page',
  async (platform: Platform, id: string): Promise<PlanChangesPageModel | null> => {
    const list = await changesOf(platform, id);
    if (list === null) return null;
    const { unit } = await viewPlans(platform);
    const { plan, before, when, because, changes } = list;
    const base = { unit, plan, before, when, wards: [], remarks: [] };
    if (because !== null) return { ...base, sentences: [because] };
    if (changes === null)
      return {
        ...base,
        sentences: [`No plan ${when === 'coming' ? 'would be' : 'was'} in force for these wards before it.`],
      };
    if (changes.kind === 'other wards') return { ...base, sentences: changes.sentences };
    const { sentences, wards, remarks } = changes;
    return { ...base, sentences, wards, remarks };
  },
);
