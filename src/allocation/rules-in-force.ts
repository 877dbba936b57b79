import type { Limits, PlannedNumbers } from './model.ts';
import type { Rule } from './rule.ts';
import { budget } from './rules/budget.ts';
import { wardCeiling, wardCeilingOn } from './rules/ward-ceiling.ts';
import { wardFloor, wardFloorOn } from './rules/ward-floor.ts';

/** Every rule of a plan, in the order in which they are printed. One file each under rules/. */
export const RULES: readonly Rule[] = [wardFloor, wardCeiling, budget];

/** The rules in numbers: as in force on the date, unless the plan is asked to obey others. */
export function limitsFor(asAt: string, asked: PlannedNumbers): Limits {
  const floors = wardFloorOn(asAt);
  const ceilings = wardCeilingOn(asAt);
  const chosen = asked.ceilings ?? {};
  return {
    officers: { dwo: asked.dwo, pcso: asked.pcso },
    floors: { dwo: asked.floors?.dwo ?? floors.dwo, pcso: asked.floors?.pcso ?? floors.pcso },
    ceilings: {
      dwo: chosen.dwo === undefined ? ceilings.dwo : chosen.dwo,
      pcso: chosen.pcso === undefined ? ceilings.pcso : chosen.pcso,
    },
  };
}
