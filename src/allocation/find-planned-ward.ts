import { type Area, findArea } from '../geography/index.ts';
import type { OptimalPlan, PlannedWard } from './model.ts';

/** The ward of a plan that a code or name means, or one sentence that says why none does. */
export function findPlannedWard(
  plan: OptimalPlan,
  text: string,
): { kind: 'found'; ward: PlannedWard } | { kind: 'refused'; because: string } {
  const areas = plan.wards.map(
    ({ code, name, borough }): Area => ({
      code,
      name,
      kind: 'ward',
      version: plan.boundaryVersion,
      boroughCode: null,
      boroughName: borough,
    }),
  );
  const found = findArea(areas, text);
  if (found.kind === 'ambiguous') {
    const ways = found.areas.map((area) => `"${area.name}, ${area.boroughName}" (${area.code})`).join(' or ');
    return { kind: 'refused', because: `Several wards are called "${text}": say ${ways}.` };
  }
  if (found.kind === 'none') {
    const near = found.near.map((area) => area.name).join(', ');
    const hint = near === '' ? 'Give a name or code from the plan' : `Did you mean ${near}`;
    return {
      kind: 'refused',
      because: `No ward of ${plan.unit} is called "${text}". ${hint}${near === '' ? '.' : '?'}`,
    };
  }
  const ward = plan.wards.find((each) => each.code === found.area.code);
  if (ward === undefined)
    throw new Error(`The plan has no ward ${found.area.code}, though it was found among its wards.`);
  return { kind: 'found', ward };
}
