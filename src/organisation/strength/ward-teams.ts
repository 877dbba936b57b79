import type { Absence, Days, Officer, Post, PostBook, Posting } from '../post-book.ts';
import { groupBy } from './group-by.ts';
import { type WardKind, wardKindOf } from './ward-kind.ts';

/** A constable's or PCSO's post in a ward, through time. */
export interface TeamPost {
  post: Post;
  kind: WardKind;
  members: TeamMember[];
}

export interface TeamMember {
  posting: Posting;
  /** null: the book names nobody of that number, and the post speaks for them. */
  officer: Officer | null;
  absences: Absence[];
}

/** A ward of one ward set and the posts of its team, whatever their days. */
export interface WardTeam {
  ward: PostBook['wards'][number];
  posts: TeamPost[];
}

/**
 * Every ward's team through time. A post belongs to a ward's team when it is a ward post of that ward alone: one whose ward
 * is undecided, or which has two, is nobody's own.
 */
export function wardTeams(book: PostBook): WardTeam[] {
  const officers = new Map(book.officers.map((officer) => [officer.reference, officer]));
  const absences = groupBy(book.absences ?? [], ({ officer }) => officer);
  const postings = groupBy(book.postings, ({ post }) => post);
  const posts = groupBy(
    book.posts.flatMap((post) => teamPost(post, postings.get(post.reference) ?? [], officers, absences)),
    ({ post }) => wardKey(post.wards[0] ?? '', post.boundaryVersion),
  );
  return book.wards.map((ward) => ({ ward, posts: posts.get(wardKey(ward.code, ward.boundaryVersion)) ?? [] }));
}

function teamPost(
  post: Post,
  postings: Posting[],
  officers: Map<string, Officer>,
  absences: Map<string, Absence[]>,
): TeamPost[] {
  const kind = wardKindOf(post.rank);
  if (post.duty !== 'ward' || kind === null || post.wards.length !== 1) return [];
  const members = postings.map((posting) => ({
    posting,
    officer: officers.get(posting.officer) ?? null,
    absences: absences.get(posting.officer) ?? [],
  }));
  return [{ post, kind, members }];
}

const wardKey = (code: string, boundaryVersion: string | null) => `${boundaryVersion} ${code}`;

/** All the days something about a team begins or is over. */
export function* daysOfTeam({ ward, posts }: WardTeam): Generator<Days> {
  yield ward.during;
  for (const { post, members } of posts) {
    yield post.during;
    for (const { posting, officer, absences } of members) {
      yield posting.during;
      for (const { during } of officer?.ranks ?? []) yield during;
      for (const { during } of absences) yield during;
    }
  }
}
