import type { OptimalPlan, PlannedWard } from '../../../allocation/index.ts';

export interface PlanNumbers {
  /** Handed out above the floors. */
  extra: { dwo: number; pcso: number };
  /** Wards with as many dedicated ward officers as a ward may have; none without such a rule. */
  atCeiling: PlannedWard[];
}

/** The numbers a plan is told in: what is left above the floors, and who has reached the ceiling. */
export function planNumbers(plan: OptimalPlan): PlanNumbers {
  const ceiling = plan.limits.ceilings.dwo;
  return {
    extra: {
      dwo: plan.wards.reduce((total, ward) => total + ward.awards.length, 0),
      pcso: plan.wards.reduce((total, ward) => total + ward.pcsoAwards.length, 0),
    },
    atCeiling: ceiling === null ? [] : plan.wards.filter((ward) => ward.dwo >= ceiling),
  };
}
