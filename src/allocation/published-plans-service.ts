import { requireUnit } from '../demand/service.ts';
import { wardSetAsAt } from '../geography/index.ts';
import { realFiguresHeld } from '../measures/service.ts';
import { published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { AdoptedPlan } from './adopted-plan.ts';
import { choosePlanInForce } from './choose-plan-in-force.ts';
import type { ListedPlan } from './model.ts';
import { listedPlan, plans } from './publication-service.ts';

/**
 * The plan in force in a unit on a date, for the wards of that date; null when there is none. A plan made from
 * demonstration figures counts only while no real figures are held and no real plan is in force. Before its day a plan is
 * seen only inside a transaction of who may read plans.
 * @param unit null for the only one there is
 * @throws WrongUsage naming the known units when there is no such unit
 */
export const planInForce = published(
  'allocation.plan-in-force',
  async (records: Records, unit: string | null, asAt: string): Promise<AdoptedPlan | null> => {
    const chosen = choosePlanInForce(await listPlans(records, unit), {
      asAt,
      boundaryVersion: wardSetAsAt(asAt).version,
      withSynthetic: !(await realFiguresHeld(records)),
    });
    return chosen === null ? null : findPlan(records, chosen.id);
  },
);

/** Every plan published for a unit, withdrawn or not, the latest to come into force first. */
export const listPlans = published(
  'allocation.list-plans',
  async (records: Records, unit: string | null): Promise<ListedPlan[]> =>
    (await plans.listPublished(records, await requireUnit(records, unit))).map(listedPlan),
);

/** A published plan by its number, withdrawn or not; null when there is none that may be seen. */
export const findPlan = published(
  'allocation.find-plan',
  async (records: Records, id: string): Promise<AdoptedPlan | null> => {
    const found = await plans.findPublished(records, id);
    if (found === null || found.snapshot === null) return null;
    const { decision = null, ...plan } = found.snapshot;
    return { ...listedPlan(found.item), plan, decision };
  },
);
