import { type BookCheck, grouped, toBlame } from './check.ts';

/** An asset is used once at a time; the records keep it so by bookings_never_overlap. */
export const bookingsOverlap: BookCheck = {
  name: 'bookings-overlap',
  find: ({ bookings }) =>
    [...grouped(bookings, ({ row }) => row.asset)].flatMap(([asset, rows]) => {
      const inOrder = rows.toSorted((a, b) => (a.row.from < b.row.from ? -1 : 1));
      return inOrder.flatMap((later, at) => {
        const earlier = inOrder[at - 1];
        if (earlier === undefined || earlier.row.until <= later.row.from) return [];
        const blamed = toBlame([earlier, later]);
        const sentence = `Asset ${asset} would be booked twice: for ${earlier.row.purpose} and for ${later.row.purpose}; change the time of one.`;
        return blamed === null ? [] : [{ ...blamed, sentence }];
      });
    }),
};
