import { andList } from '../../ui/and-list.ts';

/** Where figures are from, in plain words: "Publication: MPS March 2026. Files: a.csv and b.csv."; empty where nothing is. */
export function sayPublication(vintages: readonly string[], files: readonly string[] = []): string {
  return [
    ...(vintages.length === 0
      ? []
      : [`${vintages.length === 1 ? 'Publication' : 'Publications'}: ${andList(vintages)}.`]),
    ...(files.length === 0 ? [] : [`Files: ${andList(files)}.`]),
  ].join(' ');
}
