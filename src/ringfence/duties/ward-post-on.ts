import { coveredAround, isOn, lastDayOf } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import type { Post, PostBook, Posting } from '../../organisation/index.ts';
import { wardKindOf } from '../../organisation/index.ts';
import type { PostClass } from '../model.ts';

/** What an officer's posting to a ward is to the ring-fence on a day. */
export interface WardPost {
  wardCode: string;
  boundaryVersion: string;
  boroughCode: string;
  postClass: PostClass;
  /** Of a whole officer: above 0, at most 1. */
  fraction: number;
  /** Last day on which they act up or are attached elsewhere, for so short a time that it is no vacancy; null: they are there. */
  attachedUntil: string | null;
}

/** A posting with its days as they count: a rotation without an end ends with the day it returns on. */
interface Held {
  posting: Posting;
  post: Post;
  from: string;
  until: string | null;
}

const DAY_MILLISECONDS = 86_400_000;

/**
 * The ward posts of an officer on a day, the largest part first; several for an officer who is shared between wards. Whoever
 * holds a ward post fills it, also on rotation or acting; being away from one, on rotation, acting up or attached, is an
 * absence from it as long as that is short and was planned to end. A longer time leaves it vacant from its first day. A short
 * rotation from one ward to another is an absence from the first, and fills the other no more than a day of cover does.
 * @param book             posts and postings, at least the officer's own
 * @param officerReference warrant or staff number
 * @param day              "2026-10-01"
 * @param vacancyAfterDays most days of an attachment that is no vacancy, whole number ≥ 0
 */
export function wardPostsOn(
  book: Pick<PostBook, 'posts' | 'postings'>,
  officerReference: string,
  day: string,
  vacancyAfterDays: number,
): WardPost[] {
  const all = heldBy(book, officerReference);
  const posted = all.filter((each) => isWardPost(each) && each.posting.kind === 'posting');
  const lent = all.filter((each) => isWardPost(each) && each.posting.kind !== 'posting');
  const away = (homes: readonly Held[], on: string, filled: readonly Held[] = []): Away | null => {
    const there = new Set([...posted, ...filled]);
    const elsewhere = all.filter((each) => !there.has(each));
    return awayAround(elsewhere, homes, { day: on, vacancyAfterDays });
  };
  const filled = lent.filter(({ from }) => away(posted, from) === null);
  const there = [...posted, ...filled].filter((each) => isOn(each, day));
  if (there.length > 0) return sorted(there).map((each) => wardPostOf(each, null));
  const attached = away(posted, day) ?? away(filled, day, filled);
  return attached === null ? [] : sorted(attached.homes).map((each) => wardPostOf(each, attached.last));
}

/** A short time away, from the ward posts that were held to the day before it, to its last day. */
interface Away {
  homes: Held[];
  last: string;
}

/** The time on end around a day that is spent elsewhere; null where it is no short one, or they were in no ward before. */
function awayAround(
  elsewhere: readonly Held[],
  homes: readonly Held[],
  { day, vacancyAfterDays }: { day: string; vacancyAfterDays: number },
): Away | null {
  const away = coveredAround(elsewhere, day);
  const last = away === null ? null : lastDayOf(away);
  if (away === null || last === null || daysFrom(away.from, last) > vacancyAfterDays) return null;
  const before = homes.filter(({ until }) => until === away.from);
  return before.length === 0 ? null : { homes: before, last };
}

/** The ward post of an officer on a day: of several, the largest part. null: none. */
export function wardPostOn(
  book: Pick<PostBook, 'posts' | 'postings'>,
  officerReference: string,
  day: string,
  vacancyAfterDays: number,
): WardPost | null {
  return wardPostsOn(book, officerReference, day, vacancyAfterDays)[0] ?? null;
}

/** What the ring-fence calls a post; null for a sergeant's, and for what is no ward post. */
export function postClassOf({ rank, wardClass, duty, wards }: Post): PostClass | null {
  const kind = wardKindOf(rank);
  if (duty !== 'ward' || wards.length !== 1 || kind === null) return null;
  return kind === 'pcso' ? 'pcso' : (wardClass ?? 'floor');
}

function heldBy({ posts, postings }: Pick<PostBook, 'posts' | 'postings'>, officer: string): Held[] {
  return postings
    .filter((posting) => posting.officer === officer)
    .flatMap((posting) => {
      const post = posts.find(({ reference }) => reference === posting.post);
      const { from, until } = posting.during;
      const ends = until ?? (posting.returnsOn === null ? null : nextDay(posting.returnsOn));
      return post === undefined ? [] : [{ posting, post, from, until: ends }];
    });
}

const isWardPost = ({ post }: Held): boolean => postClassOf(post) !== null;

const sorted = (held: readonly Held[]): Held[] =>
  held.toSorted((one, other) =>
    one.posting.fraction === other.posting.fraction
      ? one.post.reference < other.post.reference
        ? -1
        : 1
      : other.posting.fraction - one.posting.fraction,
  );

function wardPostOf({ posting, post }: Held, attachedUntil: string | null): WardPost {
  return {
    wardCode: post.wards[0] ?? '',
    boundaryVersion: post.boundaryVersion ?? '',
    boroughCode: post.shares[0]?.boroughCode ?? '',
    postClass: postClassOf(post) ?? 'floor',
    fraction: posting.fraction,
    attachedUntil,
  };
}

/** Days from the first to the last, both counted. */
const daysFrom = (first: string, last: string): number =>
  (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MILLISECONDS + 1;
