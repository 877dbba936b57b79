import { changeDays, isOn, runsWithin } from '../../lib/calendar/day-runs.ts';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import type { Post, PostBook, Posting } from '../../organisation/index.ts';
import { postClassOf, wardPostsOn } from '../duties/ward-post-on.ts';
import type { PostClass, RingfencePolicy } from '../model.ts';

/** What a class of posts of a ward was promised in a month, and what vacancies took of it. */
export interface WardPromise {
  wardCode: string;
  boundaryVersion: string;
  boroughCode: string;
  postClass: PostClass;
  promisedMinutes: number;
  /** At most the promise. */
  vacancyMinutes: number;
}

interface MonthDays {
  from: string;
  until: string;
}

const DAY_MILLISECONDS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS;
/** Full-time equivalents are kept to a thousandth: whole thousandths of days add up exactly. */
const thousandths = (value: number): number => Math.round(value * 1000);

/**
 * The minutes that a month promised to every ward, by class of posts: posts × full-time equivalents × contracted minutes of a
 * week × days ÷ 7; and what of it nobody was posted to, day by day. An officer who acts up or is attached elsewhere for no
 * longer than the policy's days is posted still; for longer, the post is vacant from the first day. One who is absent for
 * long, or on adjusted duties, is posted: their time is leave. Posts of two wards or of none promise nothing to a ward.
 * @param book           posts and postings of the whole unit
 * @param asked.policy   weeklyMinutes and vacancyAfterDays are used
 * @returns sorted by ward and class; whole minutes
 */
export function promisesOf(
  book: Pick<PostBook, 'posts' | 'postings'>,
  { month, policy }: { month: Month; policy: Pick<RingfencePolicy, 'weeklyMinutes' | 'vacancyAfterDays'> },
): WardPromise[] {
  const days: MonthDays = { from: `${month}-01`, until: `${addMonths(month, 1)}-01` };
  const found = new Map<string, { promise: WardPromise; spans: Post[] }>();
  for (const post of book.posts) {
    const postClass = postClassOf(post);
    const [wardCode] = post.wards;
    if (postClass === null || wardCode === undefined || post.boundaryVersion === null) continue;
    if (!touches(post.during, days)) continue;
    const { boundaryVersion } = post;
    const boroughCode = post.shares[0]?.boroughCode ?? '';
    const key = keyOf({ wardCode, boundaryVersion, postClass });
    const none = { promisedMinutes: 0, vacancyMinutes: 0 };
    const each = found.get(key) ?? {
      promise: { wardCode, boundaryVersion, boroughCode, postClass, ...none },
      spans: [],
    };
    found.set(key, { ...each, spans: [...each.spans, post] });
  }
  const filled = filledBy(book, days, policy.vacancyAfterDays);
  return [...found]
    .map(([key, { promise, spans }]) => ({ ...promise, ...minutesOf(spans, filled.get(key) ?? [], days, policy) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({
  wardCode,
  boundaryVersion,
  postClass,
}: Pick<WardPromise, 'wardCode' | 'boundaryVersion' | 'postClass'>) => `${boundaryVersion}/${wardCode}/${postClass}`;

const touches = ({ from, until }: { from: string; until: string | null }, days: MonthDays): boolean =>
  from < days.until && (until === null || until > days.from);

/** Some days on which part of a ward's posts is held. */
interface HeldDays {
  from: string;
  until: string;
  fraction: number;
}

function minutesOf(
  posts: readonly Post[],
  held: readonly HeldDays[],
  days: MonthDays,
  { weeklyMinutes }: Pick<RingfencePolicy, 'weeklyMinutes'>,
): Pick<WardPromise, 'promisedMinutes' | 'vacancyMinutes'> {
  const changes = changeDays([...posts.map(({ during }) => during), ...held]);
  let promised = 0;
  let vacant = 0;
  for (const run of runsWithin(days, changes, (day) => day)) {
    const length = dayNumber(run.until ?? days.until) - dayNumber(run.from);
    const there = posts.filter(({ during }) => isOn(during, run.from));
    const room = there.reduce((sum, { fullTimeEquivalents }) => sum + thousandths(fullTimeEquivalents), 0);
    const taken = held.reduce((sum, each) => sum + (isOn(each, run.from) ? thousandths(each.fraction) : 0), 0);
    promised += length * room;
    vacant += length * Math.max(0, room - taken);
  }
  const minutes = (thousandthDays: number) => Math.round((weeklyMinutes * thousandthDays) / 7000);
  return { promisedMinutes: minutes(promised), vacancyMinutes: minutes(vacant) };
}

/** Which part of which ward's posts each officer held on which days of the month. */
function filledBy(
  { posts, postings }: Pick<PostBook, 'posts' | 'postings'>,
  days: MonthDays,
  vacancyAfterDays: number,
): Map<string, HeldDays[]> {
  const byReference = new Map(posts.map((post) => [post.reference, post]));
  const byOfficer = new Map<string, Posting[]>();
  for (const posting of postings) byOfficer.set(posting.officer, [...(byOfficer.get(posting.officer) ?? []), posting]);
  const filled = new Map<string, HeldDays[]>();
  for (const [officer, own] of byOfficer) {
    const ownPosts = own.map(({ post }) => byReference.get(post)).filter((post) => post !== undefined);
    if (!ownPosts.some((post) => postClassOf(post) !== null)) continue;
    const changes = changeDays([...own.map(({ during }) => during), ...ownPosts.map(({ during }) => during)]);
    for (const { from, until } of runsWithin(days, changes, (day) => day)) {
      for (const ward of wardPostsOn({ posts: ownPosts, postings: own }, officer, from, vacancyAfterDays)) {
        const key = keyOf(ward);
        filled.set(key, [...(filled.get(key) ?? []), { from, until: until ?? days.until, fraction: ward.fraction }]);
      }
    }
  }
  return filled;
}
