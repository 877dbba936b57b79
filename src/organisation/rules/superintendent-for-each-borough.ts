import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type State, type Subject, sinceFirst } from '../judge-each.ts';
import type { Days, Post, PostBook } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { RESTRUCTURE_2016 } from '../sources-of-rules.ts';
import { isSuperintendent, superintendentsOn } from '../superintendents.ts';

/**
 * A council knows its superintendent by name: one post for its borough, and one officer in it. Unknown where a
 * superintendent's post says neither which borough nor which strand it leads, and where nobody's posting is recorded.
 */
export const superintendentForEachBorough: OrganisationRule = {
  name: 'superintendent-for-each-borough',
  sentence: 'Each borough has exactly one named superintendent.',
  source: `${RESTRUCTURE_2016}: each borough within the unit has a dedicated superintendent`,
  wholeUnit: true,
  judge({ book, asAt }) {
    const recorded = sinceFirst(book.posts);
    if (recorded === null) return { broken: [], unknown: [] };
    return judgeEach(
      this.name,
      asAt,
      book.boroughs.map((borough) => boroughOf(book, borough, recorded, asAt)),
    );
  },
};

function boroughOf(book: PostBook, borough: PostBook['boroughs'][number], recorded: Days, asAt: string): Subject {
  const own = ({ leadsBorough }: Post) => leadsBorough === borough.code;
  const postings = superintendentPostings(book);
  const peopleKnown = sinceFirst(book.postings);
  const look = (date: string) => {
    const posts = superintendentsOn(book, date);
    const mine = posts.filter(own);
    const named = postings.filter(
      ({ post, during }) => isOn(during, date) && mine.some(({ reference }) => reference === post),
    );
    return {
      posts: mine,
      officers: [...new Set(named.map(({ officer }) => officer))],
      placeUnsaid: posts.some(({ leadsBorough, leadsStrand }) => leadsBorough === null && leadsStrand === null),
      peopleUnsaid: peopleKnown === null || !isOn(peopleKnown, date),
    };
  };
  const on = (date: string): State => {
    if (!isOn(borough.during, date) || !isOn(recorded, date)) return 'kept';
    const { posts, officers, placeUnsaid, peopleUnsaid } = look(date);
    if (posts.length > 1) return 'broken';
    if (posts.length === 0) return placeUnsaid ? 'unknown' : 'broken';
    if (peopleUnsaid) return 'unknown';
    return officers.length === 1 ? 'kept' : 'broken';
  };
  return {
    where: borough.name,
    on,
    rows: () => [
      recorded,
      borough.during,
      ...(peopleKnown === null ? [] : [peopleKnown]),
      ...book.posts.filter(isSuperintendent).map(({ during }) => during),
      ...postings.map(({ during }) => during),
    ],
    say(state) {
      const { posts, officers } = look(asAt);
      if (state === 'unknown')
        return posts.length === 0
          ? `Which superintendent is ${borough.name}'s is not recorded: say which borough each superintendent's post leads.`
          : `Who is ${borough.name}'s superintendent is not recorded: post an officer to ${posts[0]?.reference}.`;
      if (posts.length === 0)
        return `${borough.name} has no superintendent of its own: say which superintendent's post leads it.`;
      if (posts.length > 1)
        return `${borough.name} has ${posts.length} superintendents' posts, ${andList(posts.map(({ reference }) => reference))}, and needs exactly one: change the others.`;
      if (officers.length === 0)
        return `Nobody is ${borough.name}'s superintendent: post an officer to ${posts[0]?.reference}.`;
      return `${borough.name} has ${officers.length} superintendents at once, ${andList(officers)}: end the postings of all but one.`;
    },
  };
}

function superintendentPostings(book: PostBook) {
  const references = new Set(book.posts.filter(isSuperintendent).map(({ reference }) => reference));
  return book.postings.filter(({ post }) => references.has(post));
}
