import type { Both, OptimalPlan, PlannedWard } from './model.ts';

/** One ward under two plans. */
export interface WardCompared {
  ward: Pick<PlannedWard, 'code' | 'name' | 'borough'>;
  before: Both;
  after: Both;
  gain: Both;
}

const NO_WARD: Both = { dwo: 0, pcso: 0 };

/** Every ward of either plan, by borough and name; one that a plan does not have has nobody in it. */
export function compareWards(before: OptimalPlan, after: OptimalPlan): WardCompared[] {
  const wasOf = new Map(before.wards.map((ward) => [ward.code, ward]));
  const isOf = new Map(after.wards.map((ward) => [ward.code, ward]));
  const all = new Map([...before.wards, ...after.wards].map((ward) => [ward.code, ward]));
  return [...all.values()]
    .toSorted((a, b) => compare(a.borough, b.borough) || compare(a.name, b.name))
    .map((ward) => {
      const { dwo, pcso } = wasOf.get(ward.code) ?? NO_WARD;
      const is = isOf.get(ward.code) ?? NO_WARD;
      return {
        ward,
        before: { dwo, pcso },
        after: { dwo: is.dwo, pcso: is.pcso },
        gain: { dwo: is.dwo - dwo, pcso: is.pcso - pcso },
      };
    });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
