import { planInForce } from '../../allocation/service.ts';
import { referenceAreas } from '../../geography/index.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import { layMadeUpBook, postBook } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { demonstrationBook } from './book/post-book.ts';

const unit = CENTRAL_NORTH.name;

/**
 * Lays the demonstration's post book where the unit has none, with the officers of the demonstration's plan.
 * @param planFrom day from which that plan is in force
 * @returns whether it laid one
 */
export async function loadDemonstrationBook(platform: Platform, planFrom: string): Promise<boolean> {
  const held = await postBook(platform, unit);
  if (held.posts.length + held.officers.length + held.budgets.length > 0) return false;
  const plan = await planInForce(platform.records, unit, planFrom);
  if (plan === null) return false;
  const made = demonstrationBook(referenceAreas('wards-2022'), plan.plan.wards, todayInLondon(platform.now()));
  const { budgets, changes, earlier, officers, ...rest } = made;
  const laid = await layMadeUpBook(platform, {
    unit,
    name: 'Demonstration',
    rows: {
      ...rest,
      officers: officers.flatMap(({ reference, name, ranks }) => ranks.map((rank) => ({ reference, name, ...rank }))),
      budget: budgets,
      'establishment-changes': changes,
      'earlier-allocation': earlier,
    },
  });
  if (laid.kind !== 'imported')
    throw new Error(
      `The demonstration's book was refused: ${JSON.stringify('refusals' in laid ? laid.refusals.slice(0, 5) : laid.kind)}`,
    );
  return true;
}
