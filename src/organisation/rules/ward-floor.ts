import { isOn } from '../../lib/calendar/day-runs.ts';
import {
  type BoroughTeams,
  boroughTeams,
  daysOfFloor,
  postedShortfall,
  postedUnsaid,
  sayMissing,
  sayShortfall,
} from '../floor-shortfall.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { Judged, OrganisationRule } from '../rule.ts';
import { QUESTION_TIME_2017, RESTRUCTURE_2016 } from '../sources-of-rules.ts';

/**
 * What every ward is promised, as people are posted. Extras of the ward count: they fill its floor first. Unknown, once for
 * a borough, where the book does not say who is posted in its wards.
 */
export const wardFloor: OrganisationRule = {
  name: 'ward-floor',
  sentence:
    'Every ward has at least the dedicated ward officers and PCSOs it is promised on the day, in whole full-time equivalents.',
  source: `${QUESTION_TIME_2017}: a minimum of two dedicated officers and one PCSO in every ward; ${RESTRUCTURE_2016}: from one to two`,
  judge(judged) {
    const boroughs = boroughTeams(judged.book);
    return judgeEach(this.name, judged.asAt, [
      ...boroughs.flatMap((each) => wards(each, judged)),
      ...boroughs.map((each) => postedUnsaid(each, judged)),
    ]);
  },
};

function wards({ borough, teams, recorded }: BoroughTeams, judged: Judged): Subject[] {
  if (recorded === null) return [];
  return teams.map((team) => {
    const lacking = (date: string) =>
      isOn(recorded, date) && isOn(borough.during, date) ? postedShortfall(team, date, judged.floorOn) : [];
    return {
      where: team.ward.name,
      on: (date) => (lacking(date).length > 0 ? 'broken' : 'kept'),
      rows: () => [recorded, borough.during, ...daysOfFloor(team, judged)],
      say: () =>
        `${team.ward.name} has ${sayShortfall(lacking(judged.asAt))} posted: post ${sayMissing(lacking(judged.asAt))} more.`,
    };
  });
}
