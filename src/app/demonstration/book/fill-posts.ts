import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import type { Random } from '../../../lib/statistics/random.ts';
import type { Officer, Post, Posting } from '../../../organisation/index.ts';
import { BOOK_BEGINS, type DayFrom } from './made-up-post.ts';

/** Why a post is not simply held by one person all along. */
export type Circumstance =
  /** Whoever held it left on the day, and nobody came. */
  | { is: 'vacant'; since: string }
  /** Two people, 0.6 and 0.4. */
  | { is: 'job share' }
  /** Whoever holds it is lent to another post and comes back. */
  | { is: 'lent'; to: string; from: string; until: string }
  /** Changed hands; `came` is later than `left` where it stood empty in between. */
  | { is: 'changed hands'; left: string; came: string; fromUnit: string | null };

/** Circumstances by reference of the post. */
export type Circumstances = Readonly<Record<string, Circumstance>>;

type Turn = Pick<Posting, 'during'> & Partial<Posting>;

/** Puts made-up people into posts. People who hold one post after another are different people. */
export function fillPosts(
  posts: readonly Post[],
  circumstances: Circumstances,
): { officers: Officer[]; postings: Posting[] } {
  const officers: Officer[] = [];
  const postings: Posting[] = [];
  for (const post of posts)
    for (const turns of holdersOf(post, circumstances[post.reference])) {
      const officer = `D${FIRST_NUMBER + officers.length}`;
      const since = turns[0]?.during.from ?? post.during.from;
      officers.push({
        reference: officer,
        name: nameOf(officers.length),
        ranks: [{ rank: post.rank, during: { from: since, until: null } }],
      });
      for (const turn of turns) postings.push({ ...WHOLE_POSTING, officer, post: post.reference, ...turn });
    }
  return { officers, postings };
}

/** The people who held a post, and the turns that each of them took. */
function holdersOf({ during: { from }, movedFrom }: Post, circumstance: Circumstance | undefined): Turn[][] {
  // Whoever came with a post that moved came from where it moved from.
  const on = (until: string | null, rest: Partial<Posting> = {}) => ({
    during: { from, until },
    fromUnit: movedFrom,
    ...rest,
  });
  switch (circumstance?.is) {
    case undefined:
      return [[on(null)]];
    case 'vacant':
      return [[on(circumstance.since)]];
    case 'job share':
      return [[on(null, { fraction: 0.6 })], [on(null, { fraction: 0.4 })]];
    case 'lent': {
      const { to, from: lent, until } = circumstance;
      const rotation = { post: to, kind: 'rotation', returnsOn: dayBefore(until) } as const;
      return [[on(lent), { during: { from: lent, until }, ...rotation }, { during: { from: until, until: null } }]];
    }
    case 'changed hands': {
      const { left, came, fromUnit } = circumstance;
      return [[on(left)], [{ during: { from: came, until: null }, fromUnit }]];
    }
  }
}

const FIRST_NUMBER = 1001;
const WHOLE_POSTING = { fraction: 1, kind: 'posting', returnsOn: null, fromUnit: null } as const;

const GIVEN = 'Asha Bea Cai Dev Eve Fay Gus Hal Ira Jo Kit Lee Mo Nia Oz Pia Ravi Sol Tess Una Viv Wes Xan Yas Zoe';
const FAMILY =
  'Archer Baker Carter Dyer Ellis Fuller Glover Hooper Ironside Joiner Keeper Leech Mason Naylor Ostler Potter Roper Sawyer Turner Weaver';
const given = GIVEN.split(' ');
const family = FAMILY.split(' ');

/** "Asha Demo-Archer": a name that says it is made up, each once among 500. */
const nameOf = (number: number): string =>
  `${given[number % given.length]} Demo-${family[((number % given.length) + Math.floor(number / given.length)) % family.length]}`;

/** Where officers who came later came from. */
const CAME_FROM = ['Central East', 'North', null, 'Roads and Transport command'];

/** Every fourth constable's post changed hands since the book began; of those every fifth stood empty for five weeks. */
export function changedHands(posts: readonly Post[], dayFrom: DayFrom, random: Random): Circumstances {
  const changed = posts
    .filter(({ rank, during }) => rank === 'Constable' && during.from === BOOK_BEGINS)
    .filter((_, index) => index % 4 === 1);
  return Object.fromEntries(
    changed.map(({ reference }, index): [string, Circumstance] => {
      const months = -Math.floor(3 + random() * 16);
      const left = dayFrom(months, 8);
      const came = index % 5 === 0 ? dayFrom(months + 1, 12) : left;
      return [reference, { is: 'changed hands', left, came, fromUnit: CAME_FROM[index % CAME_FROM.length] ?? null }];
    }),
  );
}
