import type { OptimalPlan, PlannedWard } from '../../../allocation/index.ts';

export interface PlanNumbers {
  /** What every ward starts with. */
  floors: { dwo: number; pcso: number };
  /** Handed out above the floors. */
  extra: { dwo: number; pcso: number };
  /** Wards with as many dedicated ward officers as a ward may have; none without such a rule. */
  atCeiling: PlannedWard[];
}

/** The numbers a plan is told in: floors, what is left above them, the ceiling and who has reached it. */
export function planNumbers(plan: OptimalPlan, ceiling: number | null): PlanNumbers {
  const [first] = plan.wards;
  return {
    floors: {
      dwo: first === undefined ? 0 : first.dwo - first.awards.length,
      pcso: first === undefined ? 0 : first.pcso - first.pcsoAwards.length,
    },
    extra: {
      dwo: plan.wards.reduce((total, ward) => total + ward.awards.length, 0),
      pcso: plan.wards.reduce((total, ward) => total + ward.pcsoAwards.length, 0),
    },
    atCeiling: ceiling === null ? [] : plan.wards.filter((ward) => ward.dwo >= ceiling),
  };
}
