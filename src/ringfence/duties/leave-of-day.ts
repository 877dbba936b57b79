import type { PostClass } from '../model.ts';

/** A ward post of an officer on a day, by its place. */
export interface PartOfOfficer {
  place: number;
  postClass: PostClass;
  /** Of a whole officer: above 0; all parts of one come to at most 1. */
  fraction: number;
}

/**
 * The part of each ward post in an officer's leave of a day, however it is recorded: contracted minutes of the whole day, so
 * that half an officer here and half there come to one, split by their parts.
 * @param of.minutes    as somebody says it, of all of their posts together; null: a contracted day
 * @param of.dayMinutes contracted minutes of a day of a whole officer, by the policy of the day
 * @returns whole minutes above 0 that add up exactly; posts of one class in one ward together
 */
export function leaveOfDay(of: {
  posts: readonly PartOfOfficer[];
  minutes: number | null;
  dayMinutes: number;
}): (Omit<PartOfOfficer, 'fraction'> & { minutes: number })[] {
  const whole = of.posts.reduce((sum, { fraction }) => sum + fraction, 0);
  const minutes = of.minutes ?? Math.round(of.dayMinutes * whole);
  const parts = new Map<string, Omit<PartOfOfficer, 'fraction'> & { minutes: number }>();
  let [before, given] = [0, 0];
  for (const { place, postClass, fraction } of of.posts) {
    before += fraction;
    const upTo = Math.round((minutes * before) / whole);
    const key = `${place}/${postClass}`;
    parts.set(key, { place, postClass, minutes: (parts.get(key)?.minutes ?? 0) + upTo - given });
    given = upTo;
  }
  return [...parts.values()].filter((part) => part.minutes > 0);
}
