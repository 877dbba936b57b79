import type { Head } from '../text-source.ts';

/**
 * Tells whether a file is one of a plain CSV by its columns; one that lacks a single column of three or more counts is
 * such a file, spoilt.
 * @param about columns that say what a row is about
 * @param counts columns of its figures
 */
export function knowsPlainCsv(
  title: string,
  { about, counts }: { about: readonly string[]; counts: readonly string[] },
): (head: Head) => boolean | { refused: string } {
  return (head) => {
    if (head.kind !== 'csv') return false;
    if (!about.every((column) => head.columns.includes(column))) return false;
    const [lacking, ...others] = counts.filter((column) => !head.columns.includes(column));
    if (lacking === undefined) return true;
    if (others.length > 0 || counts.length < 3) return false;
    return { refused: `looks like ${title} without the column "${lacking}": add it and import the file again` };
  };
}
