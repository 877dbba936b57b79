import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { isWardSergeant } from '../is-ward-sergeant.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import { officerNames } from '../officer-names.ts';
import type { Days, Post } from '../post-book.ts';
import type { Judged, OrganisationRule } from '../rule.ts';
import { PRESENTATION_2024 } from '../sources-of-rules.ts';
import { groupBy } from '../strength/group-by.ts';

const MOST_WARDS = 2;

/** By post and by sergeant: a third ward, wards of two boroughs, and wards apart where borders are known. */
export const sergeantSpansTwoWards: OrganisationRule = {
  name: 'sergeant-spans-two-wards',
  sentence: `A sergeant has at most ${MOST_WARDS} wards, of one borough and beside each other.`,
  source: `${PRESENTATION_2024}: sergeants with one ward and with two wards`,
  judge(judged) {
    const { book, asAt } = judged;
    const sergeants = book.posts.filter(isWardSergeant);
    const posts = sergeants.map((post) =>
      span(judged, { where: post.reference, held: [{ post, during: post.during }] }),
    );
    const byReference = new Map(sergeants.map((post) => [post.reference, post]));
    const nameOf = officerNames(book);
    const postings = book.postings.filter(({ post }) => byReference.has(post));
    const officers = [...groupBy(postings, ({ officer }) => officer)]
      .filter(([, mine]) => new Set(mine.map(({ post }) => post)).size > 1)
      .map(([officer, mine]) => {
        const held = mine.flatMap(({ post, during }) => {
          const found = byReference.get(post);
          return found === undefined ? [] : [{ post: found, during }];
        });
        return span(judged, { where: nameOf(officer), held });
      });
    return judgeEach(this.name, asAt, [...posts, ...officers]);
  },
};

function span(judged: Judged, { where, held }: { where: string; held: { post: Post; during: Days }[] }): Subject {
  const { book, asAt } = judged;
  const wardsOn = (date: string) => [
    ...new Set(held.filter(({ during }) => isOn(during, date)).flatMap(({ post }) => post.wards)),
  ];
  const named = (codes: readonly string[]) =>
    andList(codes.map((code) => book.wards.find((ward) => ward.code === code)?.name ?? code));
  const wrong = (wards: readonly string[]): string | null => {
    if (wards.length > MOST_WARDS) return `${wards.length} wards, ${named(wards)}, and may have ${MOST_WARDS}`;
    const boroughs = new Set(wards.map((code) => book.wards.find((ward) => ward.code === code)?.boroughCode));
    if (boroughs.size > 1) return `${named(wards)}, which are of two boroughs`;
    const [first, second] = wards;
    const apart = first !== undefined && second !== undefined && judged.shareABorder?.(first, second) === false;
    return apart ? `${named(wards)}, which share no border` : null;
  };
  return {
    where,
    on: (date) => (wrong(wardsOn(date)) === null ? 'kept' : 'broken'),
    rows: () => held.map(({ during }) => during),
    say: () => `${where} has ${wrong(wardsOn(asAt))}: give one of the wards to another sergeant.`,
  };
}
