import type { Series } from './model.ts';

/**
 * Where figures come from: "Source: Metropolitan Police Service, vintage 2026-03, a.csv and 2 more files."
 * @param mostFiles files named; when there are more, the first is named and the others are counted
 */
export function saySource(
  publisher: string,
  { vintage, files, synthetic }: Pick<Series, 'vintage' | 'files' | 'synthetic'>,
  mostFiles = 1,
): string {
  if (synthetic) return 'Source: made up by Wardroom’s demonstration, with a fixed seed.';
  const [first, ...others] = files;
  const named =
    first === undefined
      ? ''
      : files.length <= mostFiles
        ? `, ${files.join(' and ')}`
        : `, ${first} and ${others.length} more ${others.length === 1 ? 'file' : 'files'}`;
  return `Source: ${publisher}, vintage ${vintage}${named}.`;
}
