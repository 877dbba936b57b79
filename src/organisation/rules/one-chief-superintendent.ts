import { isOn } from '../../lib/calendar/day-runs.ts';
import { countWords } from '../../ui/count-words.ts';
import { judgeEach, sinceFirst } from '../judge-each.ts';
import type { OrganisationRule } from '../rule.ts';
import { RESTRUCTURE_2016 } from '../sources-of-rules.ts';

const RANK = 'Chief Superintendent';

/** One commander, whatever the number of boroughs: a post more or less is broken, filled or not. */
export const oneChiefSuperintendent: OrganisationRule = {
  name: 'one-chief-superintendent',
  sentence: 'The unit is led by exactly one chief superintendent.',
  source: `${RESTRUCTURE_2016}: each unit is led by a commander, a chief superintendent`,
  wholeUnit: true,
  judge({ book, asAt }) {
    const recorded = sinceFirst(book.posts);
    if (recorded === null) return { broken: [], unknown: [] };
    const posts = book.posts.filter(({ rank }) => rank === RANK);
    const countOn = (date: string) => posts.filter(({ during }) => isOn(during, date)).length;
    return judgeEach(this.name, asAt, [
      {
        where: book.unit,
        on: (date) => (isOn(recorded, date) && countOn(date) !== 1 ? 'broken' : 'kept'),
        rows: () => [recorded, ...posts.map(({ during }) => during)],
        say: () =>
          `${book.unit} has ${countWords(countOn(asAt), 'post')} of chief superintendent and needs exactly one: ${countOn(asAt) === 0 ? 'add it' : 'end the others'}.`,
      },
    ]);
  },
};
