import type { FullPlanQuestion } from './full-plan.ts';

/**
 * Among wards alike in everything (demand, floor, ceiling, officers now, groups) gives the greater numbers to the earlier
 * in the list, as the hand-out does. Nothing that is counted changes. Not for a plan whose pairs depend on the officers.
 */
export function settleTies(question: FullPlanQuestion, officers: readonly number[]): number[] {
  const { demand, floors, ceilings, groups, moves } = question;
  const alike = new Map<string, number[]>();
  demand.forEach((share, ward) => {
    const of = groups.flatMap((group, place) => (group.wards.includes(ward) ? [place] : []));
    const likeness = [share, floors[ward], ceilings[ward], moves?.current[ward], ...of].join(' ');
    alike.set(likeness, [...(alike.get(likeness) ?? []), ward]);
  });
  const settled = [...officers];
  for (const wards of alike.values()) {
    const numbers = wards.map((ward) => officers[ward] ?? 0).toSorted((a, b) => b - a);
    wards.forEach((ward, place) => {
      settled[ward] = numbers[place] ?? 0;
    });
  }
  return settled;
}
