import type { FullPlanQuestion } from './full-plan.ts';
import { leastWhole, mostWhole } from './whole-limits.ts';

/**
 * Changes a hand-out as little as a greedy hand-out can so that groups and moves hold: officers for the solver to begin
 * with. From the floors, groups below their least are filled first, then any ward, always where d²/(x(x+1)) is greatest.
 * Only a beginning: null where the greedy way finds none, which does not mean that there is none.
 * @param question see FullPlanQuestion
 */
export function repairStart(question: FullPlanQuestion): number[] | null {
  const { demand, floors, ceilings, officers, groups, moves } = question;
  const numbers = [...floors];
  let left = officers - floors.reduce((sum, floor) => sum + floor, 0);
  const ranges = groups.map(({ wards, least, most }) => {
    const have = wards.reduce((sum, ward) => sum + (floors[ward] ?? 0), 0);
    return { lacking: leastWhole(least) - have, room: mostWhole(most) - have };
  });
  const of = floors.map((_, ward) => groups.flatMap((group, place) => (group.wards.includes(ward) ? [place] : [])));
  const now = moves?.current ?? [];
  let arrivals = moves === null ? Number.POSITIVE_INFINITY : arrivalsLeft(question, moves);
  const gain = (ward: number) => (demand[ward] ?? 0) ** 2 / ((numbers[ward] ?? 1) * ((numbers[ward] ?? 1) + 1));
  const arrives = (ward: number) => moves !== null && (numbers[ward] ?? 0) >= (now[ward] ?? 0);
  const give = (wards: readonly number[]): boolean => {
    const ward = wards.reduce((best, other) => {
      const free = (numbers[other] ?? 0) < (ceilings[other] ?? 0) && (!arrives(other) || arrivals > 0);
      const fits = free && (of[other] ?? []).every((place) => (ranges[place]?.room ?? 0) > 0);
      return fits && (best < 0 || gain(other) > gain(best)) ? other : best;
    }, -1);
    if (ward < 0 || left <= 0) return false;
    if (arrives(ward)) arrivals -= 1;
    numbers[ward] = (numbers[ward] ?? 0) + 1;
    left -= 1;
    for (const place of of[ward] ?? []) {
      const range = ranges[place];
      if (range !== undefined) ranges[place] = { lacking: range.lacking - 1, room: range.room - 1 };
    }
    return true;
  };
  for (const [place, { wards }] of groups.entries()) {
    while ((ranges[place]?.lacking ?? 0) > 0) if (!give(wards)) return null;
  }
  const everyWard = floors.map((_, ward) => ward);
  while (left > 0) if (!give(everyWard)) return null;
  return arrivals < 0 || left < 0 ? null : numbers;
}

function arrivalsLeft({ floors }: FullPlanQuestion, { current, most }: NonNullable<FullPlanQuestion['moves']>): number {
  const atFloors = floors.reduce((sum, floor, ward) => sum + Math.max(0, floor - (current[ward] ?? 0)), 0);
  return mostWhole(most) - atFloors;
}
