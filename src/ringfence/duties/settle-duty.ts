import type { Absence, Duty, PostClass } from '../model.ts';
import { isOfTheBook } from './attachment-id.ts';

/** A ward post of an officer on the day of a duty. */
export interface PostOfDay {
  place: number;
  postClass: PostClass;
  /** They act up or are attached elsewhere for so short a time that it is no vacancy. */
  attached: boolean;
}

/** A duty as it stands, and whether its minutes are counted. */
export type StandingDuty = Pick<Duty, 'place' | 'postClass' | 'confirmed'> & { counted: boolean };

/** What becomes of a duty by the post book as it now is. */
export interface SettledDuty {
  place: number;
  postClass: PostClass;
  counted: boolean;
  /** Record: they are away for all of it; withdraw: what the book alone had them away for; null: neither. */
  attachment: 'record' | 'withdraw' | null;
}

/**
 * What becomes of a ward duty when the post book has changed since it was written. It belongs to the ward that the officer is
 * posted to on its day; where they are posted to none, the post is vacant, and the same time is not counted as rostered
 * besides. Who is attached elsewhere for a short time is away for all of it, unless somebody confirmed that it was worked or
 * recorded an absence of it: then they were there.
 * @param posts    ward posts of the officer on that day, the largest part first
 * @param absences of the duty, withdrawn ones among them
 */
export function settleDuty(
  duty: StandingDuty,
  posts: readonly PostOfDay[],
  absences: readonly Pick<Absence, 'id' | 'standing' | 'version'>[],
): SettledDuty {
  const here = posts.filter(({ place }) => place === duty.place);
  const post = here.find(({ postClass }) => postClass === duty.postClass) ?? here[0] ?? posts[0];
  if (post === undefined) return { place: duty.place, postClass: duty.postClass, counted: false, attachment: null };
  const { place, postClass, attached } = post;
  const stands = absences.filter(({ standing }) => standing !== 'withdrawn');
  const byTheBook = stands.some(
    ({ id, standing, version }) => isOfTheBook(id) && standing === 'recorded' && version === 1,
  );
  const records = attached && duty.confirmed === null && stands.length === 0;
  const attachment = records ? 'record' : !attached && byTheBook ? 'withdraw' : null;
  return { place, postClass, counted: true, attachment };
}
