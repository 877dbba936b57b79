import { isOn } from '../../lib/calendar/day-runs.ts';
import { countWords } from '../../ui/count-words.ts';
import { isWardSergeant } from '../is-ward-sergeant.ts';
import { judgeEach, type Subject, sinceFirst } from '../judge-each.ts';
import type { Post, PostBook } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { PRESENTATION_2024 } from '../sources-of-rules.ts';

/**
 * High and Medium wards have a sergeant each, Standard wards share one: no ward is without. Told of posts, filled or not.
 * Unknown, once for a borough, where ward sergeants have no ward decided, or no ward sergeant of the borough is recorded.
 */
export const wardHasASergeant: OrganisationRule = {
  name: 'ward-has-a-sergeant',
  sentence: 'Every ward has a sergeant’s post, its own or one shared with a single other ward.',
  source: `${PRESENTATION_2024}: a sergeant with one ward where priority is High or Medium, with two where it is Standard`,
  wholeUnit: true,
  judge({ book, asAt }) {
    const recorded = sinceFirst(book.posts);
    if (recorded === null) return { broken: [], unknown: [] };
    const sergeants = book.posts.filter(isWardSergeant);
    const rows = () => [recorded, ...book.wards.map(({ during }) => during), ...sergeants.map(({ during }) => during)];
    const boroughs = book.boroughs.map((borough) => {
      const mine = sergeants.filter((post) => post.shares.some((share) => share.boroughCode === borough.code));
      const wards = book.wards.filter(({ boroughCode }) => boroughCode === borough.code);
      return { borough, wards, ...lookAt(mine, wards) };
    });
    const wards = boroughs.flatMap(({ borough, wards: own, bareOn, undecidedOn, anyOn }) =>
      own.map(
        (ward): Subject => ({
          where: ward.name,
          on: (date) =>
            isOn(borough.during, date) && anyOn(date) && undecidedOn(date) === 0 && bareOn(date).includes(ward)
              ? 'broken'
              : 'kept',
          rows: () => [borough.during, ...rows()],
          say: () => `${ward.name} has no sergeant: give it one, or let it share one with a ward beside it.`,
        }),
      ),
    );
    const unsaid = boroughs.map(
      ({ borough, bareOn, undecidedOn, anyOn }): Subject => ({
        where: borough.name,
        on: (date) =>
          isOn(borough.during, date) &&
          isOn(recorded, date) &&
          bareOn(date).length > 0 &&
          (undecidedOn(date) > 0 || !anyOn(date))
            ? 'unknown'
            : 'kept',
        rows: () => [borough.during, ...rows()],
        say: () =>
          undecidedOn(asAt) === 0
            ? `No ward sergeant of ${borough.name} is recorded: import the posts.`
            : `${countWords(bareOn(asAt).length, 'ward')} of ${borough.name} ${bareOn(asAt).length === 1 ? 'has' : 'have'} no sergeant, and ${countWords(undecidedOn(asAt), 'ward sergeant')} ${undecidedOn(asAt) === 1 ? 'has' : 'have'} no ward: say which wards each has.`,
      }),
    );
    return judgeEach(this.name, asAt, [...wards, ...unsaid]);
  },
};

function lookAt(sergeants: readonly Post[], wards: PostBook['wards']) {
  const there = (date: string) => sergeants.filter(({ during }) => isOn(during, date));
  return {
    /** Wards in force on a date without a sergeant's post. */
    bareOn(date: string) {
      const led = new Set(there(date).flatMap((post) => post.wards.map((ward) => `${post.boundaryVersion} ${ward}`)));
      return wards.filter(
        ({ code, boundaryVersion, during }) => isOn(during, date) && !led.has(`${boundaryVersion} ${code}`),
      );
    },
    undecidedOn: (date: string) => there(date).filter((post) => post.wards.length === 0).length,
    anyOn: (date: string) => there(date).length > 0,
  };
}
