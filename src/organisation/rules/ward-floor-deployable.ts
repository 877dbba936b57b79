import { isOn } from '../../lib/calendar/day-runs.ts';
import {
  boroughTeams,
  daysOfFloor,
  deployableShortfall,
  postedShortfall,
  postedUnsaid,
  sayMissing,
  sayShortfall,
} from '../floor-shortfall.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { Judged, OrganisationRule } from '../rule.ts';
import { QUESTION_TIME_2017 } from '../sources-of-rules.ts';

/** Enough are posted, and too few can be out: told only where `ward-floor` is kept, which would be told twice. */
export const wardFloorDeployable: OrganisationRule = {
  name: 'ward-floor-deployable',
  sentence:
    'Where enough are posted, every ward still has what it is promised without those who are absent or on adjusted duties.',
  source: `${QUESTION_TIME_2017}: dedicated officers stay in their wards; Wardroom: posted and deployable are counted apart`,
  judge(judged) {
    const { book, asAt, floorOn } = judged;
    const boroughs = boroughTeams(book);
    if (book.absences === null) return judgeEach(this.name, asAt, [unseen(judged)]);
    const subjects = boroughs.flatMap(({ borough, teams, recorded }) =>
      recorded === null
        ? []
        : teams.map((team): Subject => {
            const lacking = (date: string) => {
              if (!isOn(recorded, date) || !isOn(borough.during, date)) return [];
              const posted = postedShortfall(team, date, floorOn);
              return deployableShortfall(team, date, floorOn).filter(
                ({ kind }) => !posted.some((each) => each.kind === kind),
              );
            };
            return {
              where: team.ward.name,
              on: (date) => (lacking(date).length > 0 ? 'broken' : 'kept'),
              rows: () => [recorded, borough.during, ...daysOfFloor(team, judged)],
              say: () =>
                `${team.ward.name} can deploy ${sayShortfall(lacking(asAt))}, though enough are posted: find ${sayMissing(lacking(asAt))} until they are back.`,
            };
          }),
    );
    return judgeEach(this.name, asAt, [...subjects, ...boroughs.map((each) => postedUnsaid(each, judged))]);
  },
};

function unseen({ book }: Judged): Subject {
  return {
    where: book.unit,
    on: () => 'unknown',
    rows: () => book.boroughs.map(({ during }) => during),
    say: () => 'Who is absent or on adjusted duties is not for your eyes: ask somebody who reads duties in the unit.',
  };
}
