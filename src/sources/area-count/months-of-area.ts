import type { Month } from '../../lib/calendar/month.ts';
import type { AreaMonth } from './model.ts';

/** What files say of one force in an area, by month. */
export interface ForceMonths {
  /** Months of which it has a file that is counted here. */
  held: ReadonlySet<Month>;
  /** Of those, the months whose files cover the area; none for a force that only adds to others, such as the railway police. */
  covered: ReadonlySet<Month>;
  /** Months for which some types are not known, though files cover the area. */
  lacking: ReadonlySet<Month>;
}

/**
 * An area's figure for each month: none where a file that covers it says so, not known where no file does. A month is part
 * of the whole when a force that matters lacks it, or files hold only some types of it.
 * @param incidents by "force month"
 * @param forces those that matter: whose files cover the area, or that have incidents in it
 */
export function monthsOfArea(
  months: readonly Month[],
  incidents: ReadonlyMap<string, number>,
  forces: ReadonlyMap<string, ForceMonths>,
): AreaMonth[] {
  return months.map((month) => {
    const isCovered = [...forces.values()].some(({ covered }) => covered.has(month));
    const isPart = [...forces.values()].some(({ held, lacking }) => !held.has(month) || lacking.has(month));
    const sum = [...forces.keys()].reduce((all, force) => all + (incidents.get(`${force} ${month}`) ?? 0), 0);
    return { month, incidents: isCovered ? sum : null, isPartial: isCovered && isPart };
  });
}
