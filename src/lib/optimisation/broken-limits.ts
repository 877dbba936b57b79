import type { FullPlanQuestion, SergeantQuestion } from './full-plan.ts';
import { allowedPairs, type Pair } from './pairs-model.ts';
import { leastWhole, mostWhole } from './whole-limits.ts';

/**
 * Names every limit of the question that whole officers and pairs break, in whole-number arithmetic; empty when none.
 * Shares no code with the models.
 */
export function brokenLimits(
  question: FullPlanQuestion,
  officers: readonly number[],
  pairs: readonly Pair[] | null,
): string[] {
  const { floors, ceilings, groups, moves, sergeants } = question;
  const at = (ward: number) => officers[ward] ?? Number.NaN;
  const sumOver = (wards: readonly number[]) => wards.reduce((sum, ward) => sum + at(ward), 0);
  const broken: string[] = [];
  const hold = (name: string, holds: boolean) => {
    if (!holds) broken.push(name);
  };
  hold('whole officers', officers.length === floors.length && officers.every(Number.isInteger));
  hold(
    'floors',
    floors.every((floor, ward) => at(ward) >= floor),
  );
  hold(
    'ceilings',
    ceilings.every((ceiling, ward) => at(ward) <= ceiling),
  );
  hold('officers', sumOver(floors.map((_, ward) => ward)) === question.officers);
  for (const { name, wards, least, most } of groups) {
    const sum = sumOver(wards);
    hold(name, sum >= leastWhole(least) && sum <= mostWhole(most));
  }
  if (moves !== null) hold('most moves', arrivals(moves.current, officers) <= mostWhole(moves.most));
  if (sergeants !== null && pairs !== null) broken.push(...brokenPairs(sergeants, officers, pairs));
  return broken;
}

/** Officers who arrive in wards above their numbers now. */
const arrivals = (current: readonly number[], officers: readonly number[]): number =>
  officers.reduce((sum, number, ward) => sum + Math.max(0, number - (current[ward] ?? 0)), 0);

function brokenPairs(asked: SergeantQuestion, officers: readonly number[], pairs: readonly Pair[]): string[] {
  const allowed = new Set(allowedPairs(asked).map(String));
  const sharing = pairs.flat();
  const { span } = asked;
  const people = (ward: number) => (officers[ward] ?? Number.NaN) + (span?.others[ward] ?? 0);
  const checks: [string, boolean][] = [
    ['number of pairs', pairs.length === officers.length - asked.sergeants],
    ['allowed pairs', pairs.every((pair) => allowed.has(String(pair)))],
    ['one pair a ward', new Set(sharing).size === sharing.length],
    ['wards that must share', asked.mustShare.every((ward) => sharing.includes(ward))],
    ['sergeant span', span === null || pairs.every(([a, b]) => people(a) + people(b) <= span.most + 1e-9)],
  ];
  return checks.flatMap(([name, holds]) => (holds ? [] : [name]));
}
