import type { Series } from '../measures/index.ts';

type Provenance = Pick<Series, 'vintage' | 'files' | 'synthetic'>;

/** Where figures come from: "Source: Metropolitan Police Service, vintage 2026-03, a.csv and 2 more files." */
export function saySource(publisher: string, { vintage, files, synthetic }: Provenance): string {
  if (synthetic) return 'Source: made up by Wardroom’s demonstration, with a fixed seed.';
  const [first, ...others] = files;
  const named =
    first === undefined
      ? ''
      : others.length === 0
        ? `, ${first}`
        : `, ${first} and ${others.length} more ${others.length === 1 ? 'file' : 'files'}`;
  return `Source: ${publisher}, vintage ${vintage}${named}.`;
}
