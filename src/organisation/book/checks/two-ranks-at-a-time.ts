import { type BookCheck, grouped, toBlame } from './check.ts';

/** An officer has one rank on any day; the records keep it so by one_rank_at_a_time. */
export const twoRanksAtATime: BookCheck = {
  name: 'two-ranks-at-a-time',
  find: ({ officers }) =>
    [...grouped(officers, ({ row }) => row.reference)].flatMap(([officer, rows]) => {
      const inOrder = rows.toSorted((a, b) => (a.row.during.from < b.row.during.from ? -1 : 1));
      return inOrder.flatMap((later, at) => {
        const earlier = inOrder[at - 1];
        const until = earlier?.row.during.until;
        if (earlier === undefined || (typeof until === 'string' && until <= later.row.during.from)) return [];
        const blamed = toBlame([earlier, later]);
        const sentence = `Officer ${officer} would be ${earlier.row.rank} and ${later.row.rank} from ${later.row.during.from}: give the first a last_day before it.`;
        return blamed === null ? [] : [{ ...blamed, sentence }];
      });
    }),
};
