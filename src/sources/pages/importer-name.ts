const SOMEBODY = /^person:[0-9a-f]+$/;

/** Who imported or took back, for a reader: records have an identity, and of people never a name. */
export function importerName(identity: string, names: ReadonlyMap<string, string>): string {
  return identity
    .split(' ')
    .map((word) => (SOMEBODY.test(word) ? (names.get(word) ?? 'somebody whose name is not shown') : word))
    .join(' ');
}

/** People of whom identities speak, as in "person:3f9c" and "cli:anna as person:3f9c". */
export const peopleIn = (identities: readonly (string | null)[]): string[] => [
  ...new Set(identities.flatMap((identity) => (identity ?? '').split(' ').filter((word) => SOMEBODY.test(word)))),
];
