import { isWardSergeant } from '../is-ward-sergeant.ts';
import type { PostBook } from '../post-book.ts';
import type { SeatLine } from './seat-line.ts';

/** Who leads a ward, and which other wards they lead. */
export interface WardSergeants {
  sergeants: SeatLine[];
  /** By name. */
  ledWith: string[];
}

/**
 * The sergeants' posts of a ward.
 * @param lines posts of the ward, among which theirs are
 * @param code  the ward's
 */
export function wardSergeants(
  { wards }: Pick<PostBook, 'wards'>,
  code: string,
  lines: readonly SeatLine[],
): WardSergeants {
  const sergeants = lines.filter(({ post }) => post.wards.includes(code) && isWardSergeant(post));
  const others = new Set(sergeants.flatMap(({ post }) => post.wards).filter((each) => each !== code));
  const nameOf = (each: string) => wards.find((ward) => ward.code === each)?.name ?? each;
  return { sergeants, ledWith: [...others].map(nameOf) };
}
