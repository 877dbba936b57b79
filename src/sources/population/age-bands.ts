/** A band of ages in whole years, both included; null where it has no end. */
export interface AgeBand {
  slug: string;
  from: number;
  to: number | null;
}

/** Bands that together are all residents; those of 10 to 17 can be dealt with as children by the youth justice system. */
export const AGE_BANDS: readonly AgeBand[] = [
  { slug: 'aged-0-to-9', from: 0, to: 9 },
  { slug: 'aged-10-to-17', from: 10, to: 17 },
  { slug: 'aged-18-to-24', from: 18, to: 24 },
  { slug: 'aged-25-to-44', from: 25, to: 44 },
  { slug: 'aged-45-to-64', from: 45, to: 64 },
  { slug: 'aged-65-and-over', from: 65, to: null },
];

/** Single years of age as the files name their columns: "0" to "89", and "90+". */
export const AGE_COLUMNS: readonly string[] = [...Array.from({ length: 90 }, (_, age) => String(age)), '90+'];

/** The people of each band, given those of each single year of {@link AGE_COLUMNS}. */
export function inAgeBands(byAge: readonly number[]): number[] {
  return AGE_BANDS.map(({ from, to }) =>
    byAge.slice(from, to === null ? undefined : to + 1).reduce((sum, count) => sum + count, 0),
  );
}
