import { type BookCheck, grouped, toBlame } from './check.ts';

/** A command unit is of one force. */
export const oneForceForAUnit: BookCheck = {
  name: 'one-force-for-a-unit',
  find: ({ units }) =>
    [...grouped(units, ({ row }) => row.unit)].flatMap(([unit, rows]) => {
      const forces = [...new Set(rows.map(({ row }) => row.force))];
      const blamed = forces.length > 1 ? toBlame(rows) : null;
      const sentence = `${unit} would be of ${forces.join(' and of ')}: give every borough of it the same force.`;
      return blamed === null ? [] : [{ ...blamed, sentence }];
    }),
};
