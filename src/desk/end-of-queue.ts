import type { OptimalPlan } from '../allocation/index.ts';

/** One turn of the hand-out, given or next in line. */
export interface Turn {
  code: string;
  name: string;
  /** Turn in the hand-out; for those still waiting, their place in the line, from 1. */
  number: number;
  /** Officers the ward has after the turn. */
  officers: number;
}

const GIVEN_SHOWN = 3;
const WAITING_SHOWN = 4;

/**
 * The last turns given and the first not given.
 * @param code a ward that is shown with the one after it when it waits further back
 */
export function endOfQueue(plan: OptimalPlan, code: string): { given: Turn[]; waiting: Turn[] } {
  const names = new Map(plan.wards.map((ward) => [ward.code, ward.name]));
  const given = plan.wards
    .flatMap((ward) =>
      ward.awards.flatMap(({ rank, officers }) =>
        rank === null ? [] : [{ code: ward.code, name: ward.name, number: rank, officers }],
      ),
    )
    .toSorted((a, b) => a.number - b.number)
    .slice(-GIVEN_SHOWN);
  const place = plan.nextInLine.findIndex((next) => next.code === code);
  const waiting = plan.nextInLine.slice(0, Math.max(WAITING_SHOWN, place + 2)).map((next, index) => ({
    code: next.code,
    name: names.get(next.code) ?? next.code,
    number: index + 1,
    officers: next.officers,
  }));
  return { given, waiting };
}
