import { groupBy } from '../../organisation/index.ts';
import type { HeldRow } from './model.ts';

/** Letters of a row that are kept. */
const MOST_WRITTEN = 500;

/**
 * Rows held back as they are kept, one for each line: those of no line are numbered below nothing. One of several days has
 * no day, so that a later roster does not settle it by having one of them right.
 */
export function rowsToKeep(held: readonly HeldRow[]): HeldRow[] {
  const ofNone = held.filter(({ line }) => line === 0).map((row, index) => ({ ...row, line: -1 - index }));
  const byLine = groupBy(
    held.filter(({ line }) => line !== 0),
    ({ line }) => line,
  );
  const kept = [...byLine.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const more = rows.length - 1;
    // Of several days none alone settles it.
    return [
      more === 0 ? first : { ...first, day: null, said: `${first.said} So it is with ${more} more of its days.` },
    ];
  });
  return [...kept, ...ofNone].map((row) => ({ ...row, written: row.written.slice(0, MOST_WRITTEN) }));
}
