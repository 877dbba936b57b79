import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import { officerNames } from '../officer-names.ts';
import type { PostBook, Posting } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { QUESTION_TIME_2017 } from '../sources-of-rules.ts';
import { groupBy } from '../strength/group-by.ts';
import { wardKindOf } from '../strength/ward-kind.ts';

/** Known by the communities they serve: a constable or PCSO of a ward team has one ward, and so has each of their posts. */
export const dedicatedToOneWard: OrganisationRule = {
  name: 'dedicated-to-one-ward',
  sentence: 'A dedicated ward officer or PCSO has one ward; only sergeants have two.',
  source: `${QUESTION_TIME_2017}: officers who know and are known by the communities they serve`,
  judge({ book, asAt }) {
    const wardPosts = book.posts.filter(({ duty, rank }) => duty === 'ward' && wardKindOf(rank) !== null);
    const nameOf = wardNames(book);
    const officerName = officerNames(book);
    const posts = wardPosts
      .filter(({ wards }) => wards.length > 1)
      .map(
        (post): Subject => ({
          where: post.reference,
          on: (date) => (isOn(post.during, date) ? 'broken' : 'kept'),
          rows: () => [post.during],
          say: () =>
            `The post ${post.reference} is of ${andList(post.wards.map(nameOf))}, and counts for the floor of neither: give it one ward.`,
        }),
      );
    const wardOf = new Map(wardPosts.flatMap(({ reference, wards: [ward] }) => (ward ? [[reference, ward]] : [])));
    const officers = [
      ...groupBy(
        book.postings.filter(({ post }) => wardOf.has(post)),
        ({ officer }) => officer,
      ),
    ]
      .filter(([, postings]) => postings.length > 1)
      .map(([officer, postings]) => ofOfficer(officerName(officer), postings, wardOf, nameOf, asAt));
    return judgeEach(this.name, asAt, [...posts, ...officers]);
  },
};

function ofOfficer(
  name: string,
  postings: Posting[],
  wardOf: ReadonlyMap<string, string>,
  nameOf: (ward: string) => string,
  asAt: string,
): Subject {
  const wardsOn = (date: string) => [
    ...new Set(postings.filter(({ during }) => isOn(during, date)).flatMap(({ post }) => wardOf.get(post) ?? [])),
  ];
  return {
    where: name,
    on: (date) => (wardsOn(date).length > 1 ? 'broken' : 'kept'),
    rows: () => postings.map(({ during }) => during),
    say: () => `${name} is posted to ${andList(wardsOn(asAt).map(nameOf))} at once: post them to one ward.`,
  };
}

function wardNames({ wards }: PostBook): (code: string) => string {
  const names = new Map(wards.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
