import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';

/**
 * Wards end with their ward set, and a post of a ward with its ward: what follows is another post, in a ward that there is,
 * so that nobody is counted in a ward that is gone.
 */
export const postWithinWardSet: OrganisationRule = {
  name: 'post-within-ward-set',
  sentence: 'The wards of a post are wards on the day: a post, and every posting to it, ends with its ward set.',
  source: OWN,
  judge({ book, asAt }) {
    const wards = new Map(book.wards.map((ward) => [`${ward.boundaryVersion} ${ward.code}`, ward]));
    const subjects = book.posts
      .filter((post) => post.wards.length > 0)
      .map((post): Subject => {
        const mine = post.wards.map((code) => ({ code, ward: wards.get(`${post.boundaryVersion} ${code}`) }));
        const goneOn = (date: string) => mine.filter(({ ward }) => ward === undefined || !isOn(ward.during, date));
        return {
          where: post.reference,
          on: (date) => (isOn(post.during, date) && goneOn(date).length > 0 ? 'broken' : 'kept'),
          rows: () => [post.during, ...mine.flatMap(({ ward }) => (ward === undefined ? [] : [ward.during]))],
          say: () =>
            `${post.reference} is of ${andList(goneOn(asAt).map(({ code, ward }) => ward?.name ?? code))} of ${post.boundaryVersion}, which is no ward on this day: end the post with its ward set, and add one in a ward of the set in force.`,
        };
      });
    return judgeEach(this.name, asAt, subjects);
  },
};
