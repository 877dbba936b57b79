import { isOn } from '../../lib/calendar/day-runs.ts';
import { countWords } from '../../ui/count-words.ts';
import { judgeEach, sinceFirst } from '../judge-each.ts';
import type { OrganisationRule } from '../rule.ts';
import { RESTRUCTURE_2016 } from '../sources-of-rules.ts';
import { isSuperintendent, superintendentsOn } from '../superintendents.ts';

const SUPERINTENDENTS = 4;

/** Four superintendents, uniformed or detective: a post more or less is broken, filled or not. */
export const fourSuperintendents: OrganisationRule = {
  name: 'four-superintendents',
  sentence: `The chief superintendent is supported by exactly ${SUPERINTENDENTS} superintendents.`,
  source: `${RESTRUCTURE_2016}: a chief superintendent supported by four superintendents`,
  wholeUnit: true,
  judge({ book, asAt }) {
    const recorded = sinceFirst(book.posts);
    if (recorded === null) return { broken: [], unknown: [] };
    const countOn = (date: string) => superintendentsOn(book, date).length;
    return judgeEach(this.name, asAt, [
      {
        where: book.unit,
        on: (date) => (isOn(recorded, date) && countOn(date) !== SUPERINTENDENTS ? 'broken' : 'kept'),
        rows: () => [recorded, ...book.posts.filter(isSuperintendent).map(({ during }) => during)],
        say: () =>
          `${book.unit} has ${countWords(countOn(asAt), 'post')} of superintendent and needs exactly ${SUPERINTENDENTS}: ${countOn(asAt) < SUPERINTENDENTS ? 'add what is missing' : 'end the others'}.`,
      },
    ]);
  },
};
