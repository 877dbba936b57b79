/** How often each ward had each whole number, such as its officers or its rank. */
export interface Tally {
  add(ward: number, number: number): void;
  /** Number, as text → share of the weightings; smallest first. */
  sharesOf(ward: number, weightings: number): Record<string, number>;
  /** Whether the ward ever had two different numbers. */
  varies(ward: number): boolean;
}

/**
 * Counts whole numbers from `least` on, ward by ward; room grows with the largest number that comes.
 * @param least the smallest number each ward can have
 */
export function tally(least: readonly number[]): Tally {
  const counts: Int32Array[] = least.map(() => new Int32Array(8));
  return {
    add(ward, number) {
      const place = number - (least[ward] ?? 0);
      let own = counts[ward] ?? new Int32Array(0);
      if (place >= own.length) {
        own = grown(own, place);
        counts[ward] = own;
      }
      own[place] = (own[place] ?? 0) + 1;
    },
    sharesOf: (ward, weightings) =>
      Object.fromEntries(
        Array.from(counts[ward] ?? [], (count, place): [string, number] => [
          String(place + (least[ward] ?? 0)),
          count / weightings,
        ]).filter(([, share]) => share > 0),
      ),
    varies: (ward) => (counts[ward] ?? []).filter((count) => count > 0).length > 1,
  };
}

function grown(counts: Int32Array, place: number): Int32Array {
  const more = new Int32Array(Math.max(place + 1, 2 * counts.length));
  more.set(counts);
  return more;
}
