import { planInForce } from '../../allocation/service.ts';
import { referenceAreas } from '../../geography/index.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import { bookImports, layMadeUpBook } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { demonstrationBook } from './book/post-book.ts';

const unit = CENTRAL_NORTH.name;

/**
 * Lays the demonstration's post book where none was ever imported, with the officers of the demonstration's plan.
 * @param planFrom day from which that plan is in force
 * @returns whether it laid one: not over what somebody wrote without an import
 */
export async function loadDemonstrationBook(platform: Platform, planFrom: string): Promise<boolean> {
  if ((await bookImports(platform, unit)).length > 0) return false;
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
  return laid.kind === 'imported';
}
