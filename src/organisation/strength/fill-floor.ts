import { isOn } from '../../lib/calendar/day-runs.ts';
import { addUp } from './full-time-equivalents.ts';
import type { WardKind } from './ward-kind.ts';
import type { TeamPost } from './ward-teams.ts';

/** Posts of one class in a ward, in full-time equivalents. */
export interface ClassCount {
  establishment: number;
  vacancy: number;
}

/** An extra, wholly or in part, who stands in for a vacant floor post. */
export interface StandIn {
  officer: string;
  /** The extra post that is vacant instead. */
  post: string;
  fullTimeEquivalents: number;
}

/** Posts of a ward by class, with vacancies after extras have filled the floor. */
export interface PostsOfClass {
  floorPosts: ClassCount;
  extraPosts: ClassCount;
  /** Posts of which the book does not say whether they are floor or extra: they fill nothing but themselves. */
  otherPosts: ClassCount;
  /** Extras who fill floor posts. */
  standIns: StandIn[];
}

/**
 * A vacant floor post is filled by an extra first, so that the vacancy is the extra's. Extras stand in by reference of
 * their post. Everyone in a post fills it here, whatever their rank: a post with somebody in it is not vacant.
 * @param posts all posts of the ward's team
 */
export function fillFloor(posts: readonly TeamPost[], kind: WardKind, date: string): PostsOfClass {
  const seats = posts.filter((each) => each.kind === kind && isOn(each.post.during, date)).map(seat(date));
  const ofClass = (wardClass: 'floor' | 'extra' | null) => seats.filter(({ post }) => post.wardClass === wardClass);
  const floor = countSeats(ofClass('floor'));
  const extra = countSeats(ofClass('extra'));
  const standIns: StandIn[] = [];
  let missing = floor.vacancy;
  for (const { post, members } of ofClass('extra').sort(byReference)) {
    for (const { officer, fraction } of members) {
      const part = Math.min(missing, fraction);
      if (part <= 0) continue;
      standIns.push({ officer, post: post.reference, fullTimeEquivalents: part });
      missing = addUp([missing, -part]);
    }
  }
  const moved = addUp(standIns.map(({ fullTimeEquivalents }) => fullTimeEquivalents));
  return {
    floorPosts: { ...floor, vacancy: addUp([floor.vacancy, -moved]) },
    extraPosts: { ...extra, vacancy: Math.min(extra.establishment, addUp([extra.vacancy, moved])) },
    otherPosts: countSeats(ofClass(null)),
    standIns,
  };
}

interface TakenSeat {
  post: TeamPost['post'];
  members: { officer: string; fraction: number }[];
  vacancy: number;
}

const seat =
  (date: string) =>
  ({ post, members }: TeamPost): TakenSeat => {
    const there = members.map(({ posting }) => posting).filter(({ during }) => isOn(during, date));
    const room = addUp([post.fullTimeEquivalents, ...there.map(({ fraction }) => -fraction)]);
    return { post, members: there, vacancy: Math.max(0, room) };
  };

const countSeats = (seats: readonly TakenSeat[]): ClassCount => ({
  establishment: addUp(seats.map(({ post }) => post.fullTimeEquivalents)),
  vacancy: addUp(seats.map(({ vacancy }) => vacancy)),
});

const byReference = (a: TakenSeat, b: TakenSeat) => (a.post.reference < b.post.reference ? -1 : 1);
