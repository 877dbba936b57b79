import { changeDays, dayBefore, isOn, lastDayOf, runAround } from '../../lib/calendar/day-runs.ts';
import { longDate } from '../../ui/long-date.ts';
import { daysOfFloor, postedShortfall, sayShortfall } from '../floor-shortfall.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import { officerNames } from '../officer-names.ts';
import type { Posting } from '../post-book.ts';
import type { Judged, OrganisationRule } from '../rule.ts';
import { ACTION_PLAN } from '../sources-of-rules.ts';
import { groupBy } from '../strength/group-by.ts';
import { type WardTeam, wardTeams } from '../strength/ward-teams.ts';

/**
 * A rotation is one decision: where its officer's ward falls below the floor on any of its days, it is broken on all of them,
 * so that it is told before the ward is short. The officer's ward is the one they were posted to before the rotation, or
 * before the rotations it follows on.
 */
export const rotationKeepsTheFloor: OrganisationRule = {
  name: 'rotation-keeps-the-floor',
  sentence: 'On no day of a rotation does the ward that the officer left fall below its floor.',
  source: `${ACTION_PLAN}, Action 10: a rotation scheme between investigation and neighbourhoods, in wards with a promised floor`,
  judge(judged) {
    const { book, asAt } = judged;
    const rotations = book.postings.filter(({ kind, during }) => kind === 'rotation' && isOn(during, asAt));
    if (rotations.length === 0) return { broken: [], unknown: [] };
    const teams = wardTeams(book);
    const teamOf = new Map(teams.flatMap((team) => team.posts.map(({ post }) => [post.reference, team] as const)));
    const postings = groupBy(book.postings, ({ officer }) => officer);
    const nameOf = officerNames(book);
    const subjects = rotations.flatMap((rotation) =>
      homesOf(rotation, postings.get(rotation.officer) ?? [], teamOf).flatMap((team): Subject[] => {
        const fall = firstFall(team, rotation, judged);
        return fall === null ? [] : [ofRotation(rotation, { team, fall, name: nameOf(rotation.officer) }, judged)];
      }),
    );
    return judgeEach(this.name, asAt, subjects);
  },
};

interface Fallen {
  team: WardTeam;
  fall: { from: string; to: string | null };
  name: string;
}

function ofRotation(rotation: Posting, { team, fall, name }: Fallen, { floorOn }: Judged): Subject {
  const lacking = sayShortfall(postedShortfall(team, fall.from, floorOn));
  const days = fall.to === null ? `from ${longDate(fall.from)}` : `from ${longDate(fall.from)} to ${longDate(fall.to)}`;
  return {
    where: team.ward.name,
    on: (date) => (isOn(rotation.during, date) ? 'broken' : 'kept'),
    rows: () => [rotation.during],
    say: () =>
      `While ${name} is on rotation in ${rotation.post}, ${team.ward.name} has ${lacking} ${days}: end the rotation before, or post somebody in their place.`,
  };
}

/** The first days on end of a rotation on which a ward is below its floor. */
function firstFall(team: WardTeam, { during }: Posting, judged: Judged): Fallen['fall'] | null {
  const changes = changeDays([during, ...daysOfFloor(team, judged)]);
  const short = (date: string) => isOn(during, date) && postedShortfall(team, date, judged.floorOn).length > 0;
  const from = changes.find(short);
  if (from === undefined) return null;
  return { from, to: lastDayOf(runAround(changes, from, short) ?? { until: null }) };
}

/** The wards that an officer was posted to before a rotation and has less of during it, other than the one they went to. */
function homesOf(rotation: Posting, postings: readonly Posting[], teamOf: ReadonlyMap<string, WardTeam>): WardTeam[] {
  const before = dayBefore(rotation.during.from);
  const then = postings.filter(({ during }) => isOn(during, before));
  const earlier = then.filter(({ kind }) => kind === 'rotation').flatMap((each) => homesOf(each, postings, teamOf));
  const still = new Map(
    postings.filter(({ during }) => isOn(during, rotation.during.from)).map(({ post, fraction }) => [post, fraction]),
  );
  const left = then
    .filter(({ kind, post, fraction }) => kind !== 'rotation' && (still.get(post) ?? 0) < fraction)
    .flatMap(({ post }) => teamOf.get(post) ?? []);
  return [...new Set([...earlier, ...left])].filter((team) => team !== teamOf.get(rotation.post));
}
