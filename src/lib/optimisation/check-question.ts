import { InvalidArgument } from '../invalid-argument.ts';
import type { FullPlanLimits, FullPlanQuestion, SergeantQuestion } from './full-plan.ts';

/**
 * Refuses a question that does not hang together. What cannot be fulfilled is no mistake: it is an infeasible answer.
 * @throws InvalidArgument when lengths differ, a number is out of range or a place is no ward
 */
export function checkQuestion(question: FullPlanQuestion, limits: FullPlanLimits): void {
  const { demand, floors, ceilings, officers, groups, moves, sergeants } = question;
  const wards = demand.length;
  need(wards > 0, 'There must be at least one ward.');
  need(
    demand.every((share) => Number.isFinite(share) && share >= 0) && demand.some((share) => share > 0),
    'Demand must be 0 or more in every ward, and above 0 in one.',
  );
  need(floors.length === wards && ceilings.length === wards, 'Every ward needs one floor and one ceiling.');
  need(floors.every(isCount) && floors.every((floor) => floor >= 1), 'Floors must be whole numbers from 1.');
  need(
    ceilings.every((ceiling) => isCount(ceiling) || ceiling === Number.POSITIVE_INFINITY),
    'Ceilings must be whole numbers.',
  );
  need(isCount(officers), 'The officers must be a whole number.');
  for (const { name, wards: members, least, most } of groups) {
    need(arePlaces(members, wards), `The group "${name}" must name wards, each once.`);
    need(!Number.isNaN(least) && !Number.isNaN(most), `The group "${name}" needs a least and a most number.`);
  }
  if (moves !== null) {
    need(moves.current.length === wards && moves.current.every(isCount), 'Every ward needs its whole officers now.');
    need(moves.most >= 0, 'The most moves must be 0 or more.');
  }
  if (sergeants !== null) checkSergeants(sergeants, wards);
  need(limits.timeLimitSeconds > 0, 'The time limit must be above 0 seconds.');
  need(limits.gap >= 0, 'The gap must be 0 or more.');
}

function checkSergeants({ sergeants, pairs, mustShare, mustNotShare, span }: SergeantQuestion, wards: number): void {
  need(isCount(sergeants), 'The sergeants who lead wards must be a whole number.');
  need(
    pairs.every((pair) => arePlaces(pair, wards)),
    'A pair must name two different wards.',
  );
  need(arePlaces(mustShare, wards), 'Wards that must share a sergeant must be wards, each once.');
  need(arePlaces(mustNotShare, wards), 'Wards that must not share a sergeant must be wards, each once.');
  if (span === null) return;
  need(span.most >= 0, 'The most people of a sergeant must be 0 or more.');
  need(
    span.others.length === wards && span.others.every((others) => Number.isFinite(others) && others >= 0),
    'Every ward needs its number of other people, 0 or more.',
  );
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

const arePlaces = (places: readonly number[], wards: number) =>
  places.every((place) => isCount(place) && place < wards) && new Set(places).size === places.length;

function need(holds: boolean, sentence: string): void {
  if (!holds) throw new InvalidArgument(sentence);
}
