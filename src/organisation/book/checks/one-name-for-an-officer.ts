import { type BookCheck, grouped, toBlame } from './check.ts';

/** A reference is one person: each of their rows has the same name. */
export const oneNameForAnOfficer: BookCheck = {
  name: 'one-name-for-an-officer',
  find: ({ officers }) =>
    [...grouped(officers, ({ row }) => row.reference)].flatMap(([officer, rows]) => {
      // What is held takes the name of the files: a person may change it.
      const given = rows.filter(({ at }) => at !== null);
      const names = [...new Set(given.map(({ row }) => row.name))];
      const blamed = toBlame(given);
      if (names.length < 2 || blamed === null) return [];
      return [
        { ...blamed, sentence: `Officer ${officer} is called ${names.join(' and ')}: give one name in every row.` },
      ];
    }),
};
