import { hold } from './hold.ts';
import type { AwayTime, HeldDuty, TargetDuty } from './model.ts';
import type { OfficerPlan } from './settle-officer.ts';

/** A rest day that is given back is charged to the duty that took it, which must be held or stand in the file. */
export function keepChargesInReach(settled: OfficerPlan, duties: readonly HeldDuty[]): OfficerPlan {
  const worked = new Set([...duties, ...settled.add].filter(({ kind }) => kind === 'rest-day').map(({ day }) => day));
  const lacks = ({ charge }: AwayTime) => charge !== null && !worked.has(charge);
  const said = ({ charge }: AwayTime) =>
    `No work on the rest day of ${charge} is recorded for the officer: add its row with a code such as RDW-AID-FORCE first.`;
  const outOfReach = (target: TargetDuty) => target.aways.find(lacks);
  const held = [
    ...settled.add.flatMap((target) => {
      const away = outOfReach(target);
      return away === undefined ? [] : [...target.rows, ...target.awayRows].map((row) => hold(row, said(away)));
    }),
    ...settled.away.filter(({ away }) => lacks(away)).map(({ row, away }) => hold(row, said(away))),
  ];
  return {
    ...settled,
    add: settled.add.filter((target) => outOfReach(target) === undefined),
    away: settled.away.filter(({ away }) => !lacks(away)),
    held: [...settled.held, ...held],
  };
}
