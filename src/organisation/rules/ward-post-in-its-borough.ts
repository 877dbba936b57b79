import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';

/**
 * A post of a ward stands on the page of the borough the ward is in; elsewhere its officer would count for the wrong council.
 * One with wards of two boroughs is told by the rules about how many wards a post has.
 */
export const wardPostInItsBorough: OrganisationRule = {
  name: 'ward-post-in-its-borough',
  sentence: 'A post of a ward belongs to the borough that the ward is in.',
  source: OWN,
  judge({ book, asAt }) {
    const boroughOf = new Map(book.wards.map((ward) => [`${ward.boundaryVersion} ${ward.code}`, ward]));
    const subjects = book.posts.flatMap((post): Subject[] => {
      const boroughs = new Set(post.shares.map(({ boroughCode }) => boroughCode));
      const strange = post.wards.flatMap((code) => {
        const ward = boroughOf.get(`${post.boundaryVersion} ${code}`);
        return ward === undefined || boroughs.has(ward.boroughCode) ? [] : [ward];
      });
      if (strange.length < Math.max(1, post.wards.length)) return [];
      return [
        {
          where: post.reference,
          on: (date) => (isOn(post.during, date) ? 'broken' : 'kept'),
          rows: () => [post.during],
          say: () =>
            `${post.reference} is a post of ${andList(strange.map(({ name }) => name))} and no part of it belongs to that ward's borough: correct its borough or its ward.`,
        },
      ];
    });
    return judgeEach(this.name, asAt, subjects);
  },
};
