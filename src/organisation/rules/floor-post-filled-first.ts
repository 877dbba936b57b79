import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { OrganisationRule } from '../rule.ts';
import { QUESTION_TIME_2017 } from '../sources-of-rules.ts';
import { fillFloor } from '../strength/fill-floor.ts';
import { addUp } from '../strength/full-time-equivalents.ts';
import { WARD_KINDS, type WardKind } from '../strength/ward-kind.ts';
import { daysOfTeam, type WardTeam, wardTeams } from '../strength/ward-teams.ts';

/**
 * The floor is promised and extras are not, so a vacancy is the extra's. Strength counts the extra as floor already; the book
 * should say so too, or the wrong post is advertised.
 */
export const floorPostFilledFirst: OrganisationRule = {
  name: 'floor-post-filled-first',
  sentence: 'No floor post is vacant while somebody of the same ward is in an extra post.',
  source: `${QUESTION_TIME_2017}: two officers and a PCSO in every ward come first, additional officers above them`,
  judge({ book, asAt }) {
    const subjects = wardTeams(book).flatMap((team) => WARD_KINDS.map((kind) => ofKind(team, kind, asAt)));
    return judgeEach(this.name, asAt, subjects);
  },
};

function ofKind(team: WardTeam, kind: WardKind, asAt: string): Subject {
  const standIns = (date: string) => fillFloor(team.posts, kind, date).standIns;
  return {
    where: team.ward.name,
    on: (date) => (isOn(team.ward.during, date) && standIns(date).length > 0 ? 'broken' : 'kept'),
    rows: () => daysOfTeam(team),
    say() {
      const extras = [...new Set(standIns(asAt).map(({ post }) => post))];
      const vacant = vacantFloor(team, kind, asAt);
      return `In ${team.ward.name} the floor post ${andList(vacant)} is vacant while the extra ${andList(extras)} is filled: make ${andList(extras)} floor and ${andList(vacant)} extra from that day.`;
    },
  };
}

function vacantFloor({ posts }: WardTeam, kind: WardKind, date: string): string[] {
  return posts
    .filter((each) => each.kind === kind && each.post.wardClass === 'floor' && isOn(each.post.during, date))
    .filter(({ post, members }) => {
      const there = members.filter(({ posting }) => isOn(posting.during, date));
      return addUp(there.map(({ posting }) => posting.fraction)) < post.fullTimeEquivalents;
    })
    .map(({ post }) => post.reference);
}
