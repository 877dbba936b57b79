import type { SearchCount } from './model.ts';
import { readSearchKey, SEARCH_KEYS } from './search-key.ts';

/** Searches by place, file and key, each list in the order of its cells. */
export interface SearchedCells {
  lists: readonly {
    /** (place × files + file) × keys + key. */
    cells: Float64Array;
    searches: Int32Array;
  }[];
  files: number;
}

/**
 * Searches of one place in some files, summed over the files.
 * @param uses whether a file counts, by its place
 */
export function searchesIn({ lists, files }: SearchedCells, place: number, uses: readonly boolean[]): SearchCount[] {
  const sums = new Map<number, number>();
  const end = (place + 1) * files * SEARCH_KEYS;
  for (const { cells, searches } of lists) {
    for (let at = firstNotBelow(cells, place * files * SEARCH_KEYS); at < cells.length; at += 1) {
      const cell = cells[at] as number;
      if (cell >= end) break;
      if (uses[Math.floor(cell / SEARCH_KEYS) - place * files] !== true) continue;
      const key = cell % SEARCH_KEYS;
      sums.set(key, (sums.get(key) ?? 0) + (searches[at] as number));
    }
  }
  return [...sums].map(([key, count]) => ({ ...readSearchKey(key), searches: count }));
}

/** Searches of each file, wherever they were, from the first place given on. */
export function searchesByFile({ lists, files }: SearchedCells, firstPlace: number): number[] {
  const sums = Array.from({ length: files }, () => 0);
  for (const { cells, searches } of lists) {
    for (let at = firstNotBelow(cells, firstPlace * files * SEARCH_KEYS); at < cells.length; at += 1) {
      const file = Math.floor((cells[at] as number) / SEARCH_KEYS) % files;
      sums[file] = (sums[file] ?? 0) + (searches[at] as number);
    }
  }
  return sums;
}

function firstNotBelow(cells: Float64Array, wanted: number): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
