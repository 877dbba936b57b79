import type { Month } from '../../lib/calendar/month.ts';
import type { AreaMonth } from './model.ts';

/**
 * An area's figure for each month: none where a file says so, not known where no file does. The forces that matter are
 * those with an incident in the area; when there is none at all, every force that has files.
 * @param incidents by "force month"
 * @param held months of which each force has a file
 */
export function monthsOfArea(
  months: readonly Month[],
  incidents: ReadonlyMap<string, number>,
  held: ReadonlyMap<string, ReadonlySet<Month>>,
): AreaMonth[] {
  const present = new Set([...incidents.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))));
  const forces = [...held.keys()].filter((force) => present.size === 0 || present.has(force));
  return months.map((month) => {
    const files = forces.filter((force) => held.get(force)?.has(month));
    const sum = forces.reduce((all, force) => all + (incidents.get(`${force} ${month}`) ?? 0), 0);
    return {
      month,
      incidents: files.length === 0 ? null : sum,
      isPartial: files.length > 0 && files.length < forces.length,
    };
  });
}
