import { type BookCheck, grouped, toBlame } from './check.ts';

/** Names of units differ by more than capitals: they are looked up whatever the capitals. */
export const oneNameForAUnit: BookCheck = {
  name: 'one-name-for-a-unit',
  find: ({ units }) =>
    [...grouped(units, ({ row }) => row.unit.toLowerCase()).values()].flatMap((rows) => {
      const names = [...new Set(rows.map(({ row }) => row.unit))];
      const blamed = names.length > 1 ? toBlame(rows) : null;
      return blamed === null
        ? []
        : [{ ...blamed, sentence: `The unit is called ${names.join(' and ')}: write it the same in every line.` }];
    }),
};
